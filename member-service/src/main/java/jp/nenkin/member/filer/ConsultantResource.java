package jp.nenkin.member.filer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.filer.DelegationResource.DelegationsBody;
import jp.nenkin.member.plan.Names;
import jp.nenkin.member.plan.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Consultants over HTTP: kept by officers, looked up by establishments. */
@Path("/consultants")
@Produces(MediaType.APPLICATION_JSON)
public class ConsultantResource {
    private final Consultants consultants;
    private final Delegations delegations;
    private final Idempotency idempotency;
    private final Callers callers;

    ConsultantResource(Consultants consultants, Delegations delegations, Idempotency idempotency, Callers callers) {
        this.consultants = consultants;
        this.delegations = delegations;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** A consultant's office (社会保険労務士事務所) as registered and as answered. */
    public record ConsultantBody(
            @NotNull @Pattern(regexp = ConsultantCode.FORM) String code,

            @NotNull @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String name) {}

    /** What may change of a consultant. */
    public record ConsultantNameBody(
            @NotNull @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String name) {}

    /** Consultants in the order of their codes; next is absent on the last page. */
    public record ConsultantsBody(
            List<ConsultantBody> consultants, @Nullable String next) {}

    @POST
    @Operation(summary = "Register a consultant, 社会保険労務士 (operator)")
    @APIResponseSchema(value = ConsultantBody.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "consultant-exists, idempotency-key-in-progress")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response register(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ConsultantBody body) {
        String officer = callers.operator().id();
        return idempotency.once(key, "register-consultant", body, () -> register(body, officer));
    }

    private Answer register(ConsultantBody body, String officer) {
        Optional<Refusal> refusal =
                consultants.register(new Consultant(new ConsultantCode(body.code()), body.name()), officer);
        if (refusal.isPresent()) {
            throw refusal.get().asProblem();
        }
        return Answer.created("/consultants/" + body.code(), body);
    }

    @PUT
    @Path("/{code}")
    @Operation(summary = "Give a consultant another name; the names before are kept (operator)")
    @APIResponseSchema(value = ConsultantBody.class, responseCode = "200")
    public ConsultantBody rename(
            @PathParam("code") @Pattern(regexp = ConsultantCode.FORM) String code,
            @NotNull @Valid ConsultantNameBody body) {
        String officer = callers.operator().id();
        if (!consultants.rename(new Consultant(new ConsultantCode(code), body.name()), officer)) {
            throw Problem.of(KitProblem.NOT_FOUND);
        }
        return new ConsultantBody(code, body.name());
    }

    @GET
    @Operation(summary = "Consultants, by pages (officer)")
    public ConsultantsBody list(
            @QueryParam("after") @Schema(description = "The next of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        callers.officer();
        List<Consultant> found = consultants.after(Objects.requireNonNullElse(after, ""), limit);
        return new ConsultantsBody(
                found.stream().map(ConsultantResource::body).toList(),
                found.size() < limit ? null : found.getLast().code().value());
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "A consultant (officer, any establishment, the consultant itself)")
    public ConsultantBody find(@PathParam("code") @Pattern(regexp = ConsultantCode.FORM) String code) {
        Caller caller = callers.officerOrAnyFiler();
        if (caller instanceof Caller.Consultant) {
            callers.officerOrConsultant(code);
        }
        return consultants
                .find(new ConsultantCode(code))
                .map(ConsultantResource::body)
                .orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
    }

    @GET
    @Path("/{code}/delegations")
    @Operation(summary = "The delegations to a consultant, ended ones too (officer, the consultant itself)")
    public DelegationsBody delegations(@PathParam("code") @Pattern(regexp = ConsultantCode.FORM) String code) {
        callers.officerOrConsultant(code);
        return DelegationsBody.of(delegations.to(new ConsultantCode(code)));
    }

    private static ConsultantBody body(Consultant consultant) {
        return new ConsultantBody(consultant.code().value(), consultant.name());
    }
}
