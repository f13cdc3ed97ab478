package jp.nenkin.member.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.plan.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Cut-offs over HTTP: read by officers and establishments, set by officers. */
@Path("/cut-offs/{fiscalYear}")
@Produces(MediaType.APPLICATION_JSON)
public class CutOffResource {
    private static final int MOST_CUT_OFFS = 50;

    private final CutOffs cutOffs;
    private final Callers callers;

    CutOffResource(CutOffs cutOffs, Callers callers) {
        this.cutOffs = cutOffs;
        this.callers = callers;
    }

    /** The last day on which a filing of a type and channel counts. */
    public record CutOffBody(
            @NotNull FilingType type,
            @NotNull FilingChannel channel,
            @NotNull LocalDate lastDay) {}

    /** All cut-offs of a year's notice; what has none is always in time. */
    public record CutOffsToSetBody(
            @NotEmpty @Size(max = MOST_CUT_OFFS) List<@NotNull @Valid CutOffBody> cutOffs) {}

    /** All cut-offs of a year's notice in the order of their days. */
    public record CutOffsBody(int fiscalYear, List<CutOffBody> cutOffs) {}

    @PUT
    @Operation(summary = "Set all cut-offs of a fiscal year's notice in place of those before (operator)")
    @APIResponseSchema(value = CutOffsBody.class, responseCode = "200")
    @APIResponse(responseCode = "422", description = "cut-off-repeated, cut-off-outside-year")
    public CutOffsBody set(
            @PathParam("fiscalYear") @Min(2000) @Max(2100) int fiscalYear, @NotNull @Valid CutOffsToSetBody body) {
        String officer = callers.operator().id();
        List<CutOff> asked = body.cutOffs().stream()
                .map(cutOff -> new CutOff(fiscalYear, cutOff.type(), cutOff.channel(), cutOff.lastDay()))
                .toList();
        Optional<Refusal> refusal = cutOffs.set(fiscalYear, asked, officer);
        if (refusal.isPresent()) {
            throw refusal.get().asProblem();
        }
        return body(fiscalYear, cutOffs.of(fiscalYear));
    }

    @GET
    @Operation(summary = "The cut-offs of a fiscal year's notice (officer, any establishment, any consultant)")
    public CutOffsBody find(@PathParam("fiscalYear") @Min(2000) @Max(2100) int fiscalYear) {
        callers.officerOrAnyFiler();
        List<CutOff> found = cutOffs.of(fiscalYear);
        if (found.isEmpty()) {
            throw Problem.of(KitProblem.NOT_FOUND);
        }
        return body(fiscalYear, found);
    }

    private static CutOffsBody body(int fiscalYear, List<CutOff> cutOffs) {
        return new CutOffsBody(
                fiscalYear,
                cutOffs.stream()
                        .map(cutOff -> new CutOffBody(cutOff.type(), cutOff.channel(), cutOff.lastDay()))
                        .toList());
    }
}
