package jp.nenkin.kit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is on record of who did and saw what, for officers. */
@Path("/audit-entries")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    private static final String NUMBER = "^[0-9]{10}$";

    private final Callers callers;
    private final AuditTable table;

    AuditResource(Callers callers, AuditTable table) {
        this.callers = callers;
        this.table = table;
    }

    /** Entries, the latest first; next is absent on the last page. */
    public record AuditEntries(
            List<AuditEntry> entries, @Nullable Long next) {}

    /**
     * That somebody did something, saw something about members, or was refused.
     *
     * @param operation method and path, with the names of the path's parameters in place of what they were
     * @param members whom the answer was about, but for the caller himself
     * @param status how it was answered
     */
    public record AuditEntry(
            long id,
            Instant at,
            String caller,
            String role,
            @Nullable String establishmentNumber,
            @Nullable String consultantCode,
            String operation,
            List<String> members,
            int status) {}

    @GET
    @Operation(summary = "Who did and saw what in this service, the latest first (officer)")
    public AuditEntries entries(
            @QueryParam("memberNumber") @Pattern(regexp = NUMBER) @Nullable String member,
            @QueryParam("caller") @Size(max = 255) @Nullable String caller,
            @QueryParam("before") @Min(1) @Schema(description = "The next of the page before") @Nullable Long before) {
        callers.officer();
        List<AuditTable.Kept> found = QuarkusTransaction.requiringNew()
                .call(() -> table.before(new AuditTable.Wanted(before, member, caller)));
        return new AuditEntries(found.stream().map(AuditResource::entry).toList(), AuditTable.next(found));
    }

    private static AuditEntry entry(AuditTable.Kept kept) {
        AuditTable.Entry entry = kept.entry();
        return new AuditEntry(
                kept.id(),
                kept.at(),
                kept.caller(),
                kept.role(),
                kept.establishment(),
                kept.consultant(),
                entry.operation(),
                entry.members(),
                entry.status());
    }
}
