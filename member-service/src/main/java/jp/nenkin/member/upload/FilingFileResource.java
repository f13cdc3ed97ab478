package jp.nenkin.member.upload;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Language;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.Shown;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.file.CharacterSet;
import jp.nenkin.member.file.Column;
import jp.nenkin.member.file.FileKind;
import jp.nenkin.member.file.FileRefused;
import jp.nenkin.member.file.RowNote;
import jp.nenkin.member.filer.FilingRights;
import jp.nenkin.member.upload.ConsultantFileResource.ConsultantFileBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Files of filings over HTTP: by the establishment for itself, by its consultant, or by an officer. */
@Path("/filing-files")
@Produces(MediaType.APPLICATION_JSON)
public class FilingFileResource {
    private static final int FILES_OF_PAGE = 50;

    private final FilingFiles files;
    private final RowCompletions completions;
    private final FileSendings sendings;
    private final ConsultantFiles wholes;
    private final FilingRights rights;
    private final Callers callers;
    private final Shown shown;

    FilingFileResource(
            FilingFiles files,
            RowCompletions completions,
            FileSendings sendings,
            ConsultantFiles wholes,
            FilingRights rights,
            Callers callers,
            Shown shown) {
        this.wholes = wholes;
        this.rights = rights;
        this.files = files;
        this.completions = completions;
        this.sendings = sendings;
        this.callers = callers;
        this.shown = shown;
    }

    /** A file as it stands. */
    public record FilingFileBody(
            UUID id,
            long receiptNumber,
            String establishmentNumber,
            FileState state,
            FileMode mode,
            FilingChannel channel,
            LocalDate receivedOn,
            FileKind kind,
            CharacterSet characterSet,
            CountsBody counts,

            @Schema(description = "Lines of each form that the fund does not take, by its code")
            Map<String, Long> formsNotOurs,

            Instant sentAt,
            String sentBy,
            @Nullable Instant finishedAt,

            @Nullable @Schema(description = "Who approved or withdrew it")
            String settledBy,

            @Nullable Instant settledAt,

            @Nullable @Schema(description = "The consultant who sent it")
            String consultantCode,

            @Nullable @Schema(description = "The consultant's file over several establishments that it is a part of")
            UUID consultantFileId) {
        static FilingFileBody of(FilingFile file) {
            FilingFile.Settlement settlement = file.settlement();
            FilingFile.ByConsultant consultant = file.consultant();
            return new FilingFileBody(
                    file.id(),
                    file.receiptNumber(),
                    file.establishment().value(),
                    file.state(),
                    file.mode(),
                    file.channel(),
                    file.receivedOn(),
                    file.kind(),
                    file.characterSet(),
                    CountsBody.of(file.counts()),
                    file.formsNotOurs(),
                    file.sentAt(),
                    file.sentBy(),
                    file.finishedAt(),
                    settlement == null ? null : settlement.by(),
                    settlement == null ? null : settlement.at(),
                    consultant == null ? null : consultant.code().value(),
                    consultant == null ? null : consultant.whole());
        }
    }

    /** How many rows there are, and of how many of them what became. */
    public record CountsBody(int rows, int received, int processed, int notApplicable, int returned) {
        static CountsBody of(FilingFile.Counts counts) {
            return new CountsBody(
                    counts.rows(), counts.received(), counts.processed(), counts.notApplicable(), counts.returned());
        }
    }

    /** Files of an establishment, newest first; next is absent on the last page. */
    public record FilesBody(
            List<FilingFileBody> files, @Nullable Long next) {}

    /** Rows of a file in its order; next is absent on the last page. */
    public record RowsBody(List<RowBody> rows, @Nullable Long next) {
        static final int MOST = 500;

        static RowsBody of(List<StoredRow> found, Language language) {
            return new RowsBody(
                    found.stream().map(row -> RowBody.of(row, language)).toList(),
                    found.size() < MOST ? null : found.getLast().line());
        }
    }

    /** A row and what became of it. */
    public record RowBody(
            @Schema(description = "The line of the file on which the row begins, from 1")
            long line,

            @Nullable RowType type,
            RowState state,

            @JsonRawValue @Nullable @Schema(type = SchemaType.OBJECT, description = "As it was filed, by column")
            String items,

            List<ReasonBody> reasons,
            List<NoteBody> notes,

            @Nullable @Schema(description = "Where an officer is to decide: the id of the filing to be")
            UUID waitingId,

            @Nullable UUID filingId,
            @Nullable String memberNumber,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy) {
        static RowBody of(StoredRow row, Language language) {
            StoredRow.Decision decision = row.decision();
            return new RowBody(
                    row.line(),
                    row.type(),
                    row.state(),
                    row.items(),
                    row.reasons().stream()
                            .map(reason -> ReasonBody.of(reason, language))
                            .toList(),
                    row.notes().stream()
                            .map(note -> NoteBody.of(note, language))
                            .toList(),
                    row.held(),
                    decision == null ? null : decision.filing(),
                    decision == null ? null : decision.memberNumber(),
                    decision == null ? null : decision.at(),
                    decision == null ? null : decision.by());
        }
    }

    /** What a row lacks. */
    public record CompletionBody(@NotNull Integer secondUnits) {}

    /** Why a row is returned or has no effect, and what to do; column is absent where it is the whole row. */
    public record ReasonBody(
            String code,
            @Nullable Integer column,
            @Nullable String columnName,
            Map<String, String> values,
            String message) {
        /** In the language of who asks. */
        public static ReasonBody of(Reason reason, Language language) {
            Column column = reason.column();
            return new ReasonBody(
                    reason.code(),
                    column == null ? null : column.number(),
                    column == null ? null : column.name().in(language),
                    reason.values(),
                    reason.detail().in(language));
        }
    }

    /** What the filer is told besides. */
    public record NoteBody(RowNote code, String message) {
        static NoteBody of(RowNote note, Language language) {
            return new NoteBody(note, note.text().in(language));
        }
    }

    @POST
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "text/csv"})
    @Operation(
            summary = "Send a file of filings: SHFD0006.CSV, KNFD0006.CSV or our CSV (officer, the establishment,"
                    + " its consultant)",
            description = "A consultant leaves establishmentNumber out to file for several that have delegated to it;"
                    + " the answer is its file over them, found again at /consultant-files.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        example = """
                                type,establishmentNumber,memberNumber,lostOn,cause
                                Loss,1000003,2025,2025-04-01,RETIREMENT
                                """),
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "202",
            description = "Stored, and about to be processed",
            content = @Content(schema = @Schema(oneOf = {FilingFileBody.class, ConsultantFileBody.class})))
    @APIResponse(
            responseCode = "200",
            description = "The same file came before: its receipt; nothing is changed",
            content = @Content(schema = @Schema(oneOf = {FilingFileBody.class, ConsultantFileBody.class})))
    @APIResponse(responseCode = "400", description = "invalid, establishment-number-missing")
    @APIResponse(responseCode = "403", description = "forbidden, paper-by-officers-only")
    @APIResponse(
            responseCode = "422",
            description = "received-on-missing, received-in-future, received-on-not-today, received-on-implausible,"
                    + " establishment-unknown, establishment-not-in-header, consultant-not-of-file, file-empty,"
                    + " file-without-rows, file-too-large, file-not-text, file-kind-unknown, file-kind-not-as-said,"
                    + " header-invalid, too-many-rows, too-many-columns, quotes-broken")
    public Response send(
            @Valid @BeanParam FileSendings.Said said,
            @HeaderParam("Accept-Language") @Nullable String language,
            @NotNull InputStream body)
            throws IOException {
        Sending sending = sendings.of(said);
        try {
            return switch (sending.whose()) {
                case Whose.OneEstablishment(var number) -> answer(files.receive(sending, number, body));
                case Whose.Delegating(var consultant) -> answer(wholes.receive(sending, consultant, body));
            };
        } catch (FileRefused refused) {
            throw FileSendings.problem(refused, Language.accepted(language));
        }
    }

    private static Response answer(FilingFiles.Received received) {
        return Response.status(received.isNew() ? Response.Status.ACCEPTED : Response.Status.OK)
                .header("Location", "/filing-files/" + received.file().id())
                .entity(FilingFileBody.of(received.file()))
                .build();
    }

    private static Response answer(ConsultantFiles.Received received) {
        ConsultantFiles.Whole whole = received.whole();
        return Response.status(received.isNew() ? Response.Status.ACCEPTED : Response.Status.OK)
                .header("Location", "/consultant-files/" + whole.file().id())
                .entity(ConsultantFileBody.of(whole))
                .build();
    }

    @POST
    @Path("/{id}/approval")
    @Operation(summary = "Approve a file that waits for a second person (another of the establishment than its sender)")
    @APIResponseSchema(value = FilingFileBody.class, responseCode = "200")
    @APIResponse(
            responseCode = "403",
            description = "forbidden, approver-is-sender, person-not-listed, person-no-approver")
    @APIResponse(responseCode = "409", description = "file-not-waiting")
    public FilingFileBody approve(@PathParam("id") UUID id) {
        FilingFile file = visible(id);
        String approver = rights.toApprove(file.establishment()).id();
        return FilingFileBody.of(files.approve(file, approver));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(
            summary = "Take back a file that waits for a second person (the establishment, its sender too; the"
                    + " consultant who sent it)")
    @APIResponseSchema(value = FilingFileBody.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "file-not-waiting")
    public FilingFileBody withdraw(@PathParam("id") UUID id) {
        FilingFile file = visible(id);
        Caller caller = callers.current();
        if (!mayWithdraw(caller, file)) {
            throw Callers.forbidden();
        }
        rights.toFile(file.establishment());
        return FilingFileBody.of(files.withdraw(file, caller.id()));
    }

    private static boolean mayWithdraw(Caller caller, FilingFile file) {
        FilingFile.ByConsultant sender = file.consultant();
        return switch (caller) {
            case Caller.Establishment _ -> true;
            case Caller.Consultant consultant ->
                sender != null && sender.code().value().equals(consultant.code());
            case Caller.Officer _, Caller.Member _ -> false;
        };
    }

    @POST
    @Path("/{id}/rows/{line}/completion")
    @Operation(
            summary = "Complete a row returned for units-missing, which files it (officer, its establishment,"
                    + " its consultant)")
    @APIResponseSchema(value = RowBody.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "row-not-to-complete, already-member")
    @APIResponse(responseCode = "422", description = "As for an enrolment: units-out-of-range and others")
    public RowBody complete(
            @PathParam("id") UUID id,
            @PathParam("line") long line,
            @HeaderParam("Accept-Language") @Nullable String language,
            @NotNull @Valid CompletionBody body) {
        FilingFile file = visible(id);
        String by = rights.toFile(file.establishment()).id();
        return RowBody.of(
                completions.complete(new RowCompletions.Completion(file, line, body.secondUnits(), by)),
                Language.accepted(language));
    }

    @GET
    @Operation(summary = "Files of an establishment, newest first (officer, the establishment, its consultant)")
    public FilesBody list(
            @QueryParam("establishmentNumber") @NotNull @Pattern(regexp = EstablishmentNumber.FORM)
                    String establishmentNumber,
            @QueryParam("after") @Schema(description = "The next of the page before") @Nullable Long after) {
        rights.toSee(new EstablishmentNumber(establishmentNumber));
        List<FilingFile> found = files.before(
                new EstablishmentNumber(establishmentNumber), after == null ? Long.MAX_VALUE : after, FILES_OF_PAGE);
        Long next = found.size() < FILES_OF_PAGE ? null : found.getLast().receiptNumber();
        return new FilesBody(found.stream().map(FilingFileBody::of).toList(), next);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A file as it stands (officer, its establishment, its consultant)")
    public FilingFileBody find(@PathParam("id") UUID id) {
        return FilingFileBody.of(visible(id));
    }

    @GET
    @Path("/{id}/rows")
    @Operation(
            summary = "The rows of a file in its order, with what became of each (officer, its establishment, its"
                    + " consultant)")
    public RowsBody rows(
            @PathParam("id") UUID id,
            @QueryParam("state") @Nullable RowState state,
            @QueryParam("after") @Schema(description = "The next of the page before") @Nullable Long after,
            @HeaderParam("Accept-Language") @Nullable String language) {
        visible(id);
        List<StoredRow> rows = files.rowsAfter(id, after == null ? 0 : after, state, RowsBody.MOST);
        shown.members(rows.stream().flatMap(row -> row.memberNumber().stream()).toList());
        return RowsBody.of(rows, Language.accepted(language));
    }

    private FilingFile visible(UUID id) {
        Caller caller = callers.current();
        return files.find(id)
                .orElseThrow(() ->
                        caller instanceof Caller.Officer ? Problem.of(KitProblem.NOT_FOUND) : Callers.forbidden());
    }
}
