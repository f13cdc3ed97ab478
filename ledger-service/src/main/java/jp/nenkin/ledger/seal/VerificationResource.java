package jp.nenkin.ledger.seal;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.problem.LedgerProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Verifications over HTTP, for officers: asked for here, carried out behind, looked at until they are done. */
@Path("/verifications")
@Produces(MediaType.APPLICATION_JSON)
public class VerificationResource {
    private static final String OPERATION = "verify";

    private final VerificationTable table;
    private final SealTable seals;
    private final Idempotency idempotency;
    private final Callers callers;
    private final Ids ids;
    private final Clock clock;

    VerificationResource(
            VerificationTable table, SealTable seals, Idempotency idempotency, Callers callers, Ids ids, Clock clock) {
        this.table = table;
        this.seals = seals;
        this.idempotency = idempotency;
        this.callers = callers;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What to verify.
     *
     * @param runId one run; the whole journal without it
     * @param published seals as they were kept when they were published, to be held against what is here
     */
    public record VerificationBody(
            @Nullable UUID runId,
            @Size(max = 10_000) @Nullable List<@NotNull @Valid PublishedSeal> published) {}

    /**
     * A seal as somebody kept it.
     *
     * @param hash its hash from its event, or its root as a year's close prints it
     */
    public record PublishedSeal(
            @NotNull @Min(1) Long number,

            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String hash) {}

    /**
     * A verification as it stands.
     *
     * @param done how many of the journal's steps are done, of {@code total}; a step is a run with what came before it
     * @param events how many events' hashes were recomputed
     * @param findingCount how many findings there are
     * @param findings the first 1,000 of them
     * @param reason why it failed
     */
    public record VerificationAnswer(
            UUID id,
            @Nullable UUID runId,
            VerificationStatus status,
            int done,
            int total,
            long events,
            long findingCount,
            List<FindingAnswer> findings,
            Instant requestedAt,
            @Nullable Instant completedAt,
            @Nullable String reason) {}

    /**
     * Something that is not as it was written.
     *
     * @param seal the number of the seal concerned
     * @param members the block of member numbers, where no stream can be named
     * @param stream the journal's number of the stream: member number × 10,000 + plan × 1,000 + ordinal
     */
    public record FindingAnswer(
            FindingKind kind,
            @Nullable Long seal,
            @Nullable String members,
            @Nullable Long stream,
            @Nullable Integer version,
            String expected,
            String found) {}

    @POST
    @Operation(summary = "Recompute every hash and seal, of the whole journal or of a run (operator)")
    @APIResponseSchema(value = VerificationAnswer.class, responseCode = "202")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-progress")
    @APIResponse(responseCode = "422", description = "run-without-rows, idempotency-key-reused")
    public Response request(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid VerificationBody body) {
        Caller.Officer officer = callers.operator();
        return idempotency.once(key, OPERATION, body, () -> {
            Verification verification = requested(body, officer);
            table.insert(verification);
            return Answer.accepted("/verifications/" + verification.id(), answer(verification, List.of()));
        });
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "A verification as it stands, with what it has found (officer)")
    public VerificationAnswer find(@PathParam("id") UUID id) {
        callers.officer();
        Verification verification = table.find(id).orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
        return answer(verification, table.findings(id));
    }

    private Verification requested(VerificationBody body, Caller.Officer officer) {
        UUID run = body.runId();
        if (run != null && seals.segments().stream().noneMatch(segment -> run.equals(segment.runId()))) {
            throw Problem.of(LedgerProblem.RUN_WITHOUT_ROWS);
        }
        SortedMap<Long, Hash> published = new TreeMap<>();
        if (body.published() != null) {
            body.published().forEach(seal -> published.put(seal.number(), new Hash(seal.hash())));
        }
        return Verification.requested(
                ids.next(), run, published, new Verification.Request(officer.id(), clock.instant()));
    }

    private static VerificationAnswer answer(Verification verification, List<Finding> findings) {
        return new VerificationAnswer(
                verification.id(),
                verification.runId(),
                verification.status(),
                verification.done(),
                verification.total(),
                verification.events(),
                verification.findings(),
                findings.stream().map(VerificationResource::answer).toList(),
                verification.requestedAt(),
                verification.completedAt(),
                verification.reason());
    }

    private static FindingAnswer answer(Finding finding) {
        StreamId stream = finding.stream();
        Long block = finding.block();
        return new FindingAnswer(
                finding.kind(),
                finding.seal(),
                block == null ? null : SealBlock.members(block),
                stream == null ? null : stream.value(),
                finding.version(),
                finding.expected(),
                finding.found());
    }
}
