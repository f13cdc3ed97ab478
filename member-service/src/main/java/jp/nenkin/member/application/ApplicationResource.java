package jp.nenkin.member.application;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.Shown;
import jp.nenkin.member.application.MemberApplicationResource.ApplicationTakenBody;
import jp.nenkin.member.application.MemberApplicationResource.ApplicationsBody;
import jp.nenkin.member.plan.Names;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Applications that wait for an officer, over HTTP: to officers alone. */
@Path("/applications")
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationResource {
    private static final int MOST = 100;

    private final Applications applications;
    private final Idempotency idempotency;
    private final Callers callers;
    private final Shown shown;

    ApplicationResource(Applications applications, Idempotency idempotency, Callers callers, Shown shown) {
        this.applications = applications;
        this.idempotency = idempotency;
        this.callers = callers;
        this.shown = shown;
    }

    /** Why an application is returned. */
    public record ReturnBody(
            @NotNull @Size(min = 1, max = Names.LONGEST_ADDRESS) @Pattern(regexp = Names.FORM)
            String reason) {}

    @GET
    @Operation(summary = "Applications that wait for an officer, the oldest first (officer)")
    public ApplicationsBody waiting(
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MOST) int limit) {
        callers.officer();
        Applications.Page page = applications.waiting(cursor, limit);
        shown.members(page.applications().stream()
                .map(application -> application.member().value())
                .toList());
        return ApplicationsBody.of(page);
    }

    @POST
    @Path("/{id}/acceptance")
    @Operation(summary = "Accept an application that waits: it is filed as of the day it was applied for (approver)")
    @APIResponseSchema(value = ApplicationTakenBody.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "application-decided, idempotency-key-in-progress")
    @APIResponse(responseCode = "422", description = "As for a filing of the type, idempotency-key-reused")
    public Response accept(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        String officer = callers.approver().id();
        return idempotency.once(
                key, "accept-application " + id, Map.of(), () -> taken(applications.accept(id, officer)));
    }

    @POST
    @Path("/{id}/return")
    @Operation(summary = "Return an application that waits, with a reason (approver)")
    @APIResponseSchema(value = ApplicationTakenBody.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "application-decided, idempotency-key-in-progress")
    public Response giveBack(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ReturnBody body) {
        String officer = callers.approver().id();
        return idempotency.once(
                key, "return-application " + id, body, () -> taken(applications.giveBack(id, body.reason(), officer)));
    }

    private Answer taken(Application application) {
        shown.members(List.of(application.member().value()));
        return Answer.ok(ApplicationTakenBody.of(application));
    }
}
