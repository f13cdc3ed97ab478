package jp.nenkin.kit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who looked at what is a member's, for himself. */
@Path("/members/{memberNumber}/looks")
@Produces(MediaType.APPLICATION_JSON)
public class LookResource {
    private final Callers callers;
    private final AuditTable table;

    LookResource(Callers callers, AuditTable table) {
        this.callers = callers;
        this.table = table;
    }

    /** Who was told something about a member, the latest first; next is absent on the last page. */
    public record Looks(List<Look> looks, @Nullable Long next) {}

    /**
     * That somebody was told something about a member.
     *
     * @param role officer for the fund's staff, establishment for an employer, consultant for whoever files for it
     */
    public record Look(
            Instant at,
            String role,
            @Nullable String establishmentNumber,
            @Nullable String consultantCode,
            String operation) {}

    @GET
    @Operation(summary = "Who was told something about a member by this service (officer, the member)")
    public Looks looks(
            @PathParam("memberNumber") @Pattern(regexp = "^[0-9]{10}$") String memberNumber,
            @QueryParam("before") @Min(1) @Schema(description = "The next of the page before") @Nullable Long before) {
        callers.officerOrMember(memberNumber);
        List<AuditTable.Kept> found = QuarkusTransaction.requiringNew().call(() -> table.looks(memberNumber, before));
        return new Looks(found.stream().map(LookResource::look).toList(), AuditTable.next(found));
    }

    private static Look look(AuditTable.Kept kept) {
        return new Look(
                kept.at(),
                kept.role(),
                kept.establishment(),
                kept.consultant(),
                kept.entry().operation());
    }
}
