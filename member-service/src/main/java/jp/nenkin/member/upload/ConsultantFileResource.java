package jp.nenkin.member.upload;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Language;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.file.CharacterSet;
import jp.nenkin.member.file.FileKind;
import jp.nenkin.member.filer.ConsultantCode;
import jp.nenkin.member.upload.FilingFileResource.FilingFileBody;
import jp.nenkin.member.upload.FilingFileResource.RowsBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Consultants' files over several establishments, over HTTP; they are sent to {@code /filing-files}. */
@Path("/consultant-files")
@Produces(MediaType.APPLICATION_JSON)
public class ConsultantFileResource {
    private static final int FILES_OF_PAGE = 20;

    private final ConsultantFiles wholes;
    private final FilingFiles files;
    private final Callers callers;

    ConsultantFileResource(ConsultantFiles wholes, FilingFiles files, Callers callers) {
        this.wholes = wholes;
        this.files = files;
        this.callers = callers;
    }

    /**
     * A consultant's file, and the files of the establishments in it.
     *
     * @param files of the establishments that delegate to the consultant today
     */
    public record ConsultantFileBody(
            UUID id,
            long receiptNumber,
            String consultantCode,
            FileMode mode,
            LocalDate receivedOn,
            FileKind kind,
            CharacterSet characterSet,

            @Schema(description = "Of all establishments") int rows,

            @Schema(description = "Those of no establishment that had delegated, and those of nobody can tell which")
            int returned,

            @Schema(description = "Lines of each form that the fund does not take, by its code")
            Map<String, Long> formsNotOurs,

            Instant sentAt,
            String sentBy,
            List<FilingFileBody> files) {
        static ConsultantFileBody of(ConsultantFiles.Whole whole) {
            ConsultantFile file = whole.file();
            Contents contents = file.contents();
            return new ConsultantFileBody(
                    file.id(),
                    file.receiptNumber(),
                    file.consultant().value(),
                    file.mode(),
                    file.receivedOn(),
                    contents.kind(),
                    contents.characterSet(),
                    contents.rows().rows(),
                    contents.rows().returned(),
                    contents.formsNotOurs(),
                    file.sentAt(),
                    file.sentBy(),
                    whole.parts().stream().map(FilingFileBody::of).toList());
        }
    }

    /** Files of a consultant, newest first; next is absent on the last page. */
    public record ConsultantFilesBody(
            List<ConsultantFileBody> files, @Nullable Long next) {}

    @GET
    @Operation(summary = "A consultant's files over several establishments, newest first (officer, the consultant)")
    public ConsultantFilesBody list(
            @QueryParam("consultantCode") @NotNull @Pattern(regexp = ConsultantCode.FORM) String consultantCode,
            @QueryParam("after") @Schema(description = "The next of the page before") @Nullable Long after) {
        callers.officerOrConsultant(consultantCode);
        List<ConsultantFiles.Whole> found = wholes.before(
                new ConsultantCode(consultantCode), after == null ? Long.MAX_VALUE : after, FILES_OF_PAGE);
        return new ConsultantFilesBody(
                found.stream().map(ConsultantFileBody::of).toList(),
                found.size() < FILES_OF_PAGE ? null : found.getLast().file().receiptNumber());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A consultant's file, with what became of each establishment's rows (officer, the consultant)")
    public ConsultantFileBody find(@PathParam("id") UUID id) {
        return ConsultantFileBody.of(visible(id));
    }

    @GET
    @Path("/{id}/rows")
    @Operation(summary = "The rows that are in no establishment's file, with why (officer, the consultant)")
    public RowsBody rows(
            @PathParam("id") UUID id,
            @QueryParam("after") @Schema(description = "The next of the page before") @Nullable Long after,
            @HeaderParam("Accept-Language") @Nullable String language) {
        visible(id);
        return RowsBody.of(
                files.rowsAfter(id, after == null ? 0 : after, null, RowsBody.MOST), Language.accepted(language));
    }

    private ConsultantFiles.Whole visible(UUID id) {
        Caller caller = callers.current();
        return wholes.find(id)
                .orElseThrow(() ->
                        caller instanceof Caller.Officer ? Problem.of(KitProblem.NOT_FOUND) : Callers.forbidden());
    }
}
