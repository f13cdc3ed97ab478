package jp.nenkin.ledger.seal;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import jp.nenkin.events.LedgerSealed;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The seals over HTTP, for officers: to be printed, kept, and held against the journal later. */
@Path("/seals")
@Produces(MediaType.APPLICATION_JSON)
public class SealResource {
    private static final int MOST = 500;

    private final SealTable seals;
    private final LeafList leaves;
    private final Callers callers;

    SealResource(SealTable seals, LeafList leaves, Callers callers) {
        this.seals = seals;
        this.leaves = leaves;
        this.callers = callers;
    }

    /**
     * A seal with what its root is made of.
     *
     * @param blocks by blocks of 10,000 member numbers
     */
    public record SealAnswer(LedgerSealed seal, List<BlockAnswer> blocks) {}

    /**
     * A block of member numbers.
     *
     * @param members the first and the last number
     * @param streams how many streams of theirs the seal covers
     * @param root of the tree over them
     */
    public record BlockAnswer(String members, long streams, String root) {}

    @GET
    @Transactional
    @Operation(summary = "The newest seals, newest first, each as it is published (officer)")
    public List<LedgerSealed> newest(
            @QueryParam("before") @Nullable Long before,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(MOST) int limit) {
        callers.officer();
        return seals.before(before == null ? Long.MAX_VALUE : before, limit).stream()
                .map(Seal::published)
                .toList();
    }

    @GET
    @Path("{number}")
    @Transactional
    @Operation(summary = "A seal with the roots of its blocks of member numbers (officer)")
    public SealAnswer find(@PathParam("number") long number) {
        callers.officer();
        Seal seal = seals.find(number).orElseThrow(SealResource::notFound);
        return new SealAnswer(
                seal.published(),
                seals.content(number).blocks().stream()
                        .map(block -> new BlockAnswer(
                                SealBlock.members(block.block()),
                                block.streams(),
                                block.root().hex()))
                        .toList());
    }

    @GET
    @Path("{number}/leaves")
    @Transactional
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "What a seal covers, to be kept: a line of stream, version and hash for each stream (officer)")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    public StreamingOutput leaves(@PathParam("number") long number) {
        callers.officer();
        Seal seal = seals.find(number).orElseThrow(SealResource::notFound);
        return out -> leaves.write(seal.cut(), out);
    }

    private static Problem notFound() {
        return Problem.of(KitProblem.NOT_FOUND);
    }
}
