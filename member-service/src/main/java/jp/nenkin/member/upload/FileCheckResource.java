package jp.nenkin.member.upload;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Language;
import jp.nenkin.member.file.FileRefused;
import jp.nenkin.member.upload.FilingFileResource.CountsBody;
import jp.nenkin.member.upload.FilingFileResource.NoteBody;
import jp.nenkin.member.upload.FilingFileResource.ReasonBody;
import jp.nenkin.member.upload.FilingFileResource.RowBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What would become of files of filings, over HTTP: told to who may send them. */
@Path("/filing-files/check")
@Produces(MediaType.APPLICATION_JSON)
public class FileCheckResource {
    private final FileChecks checks;
    private final FileSendings sendings;

    FileCheckResource(FileChecks checks, FileSendings sendings) {
        this.checks = checks;
        this.sendings = sendings;
    }

    /**
     * A row and what would become of it.
     *
     * @param effect what it would cost; only where it concerns the ledger and is known
     * @param ledgerRefusal the stable code of the ledger's rule that forbids what the row says
     */
    public record CheckedRowBody(
            long line,
            @Nullable RowType type,
            RowState state,
            List<ReasonBody> reasons,
            List<NoteBody> notes,
            @Nullable RowDueBody due,
            @Nullable MilestonesBody milestones,
            @Nullable EffectBody effect,
            @Nullable String ledgerRefusal) {
        static CheckedRowBody of(StoredRow row, Language language) {
            RowBody body = RowBody.of(row, language);
            return new CheckedRowBody(
                    body.line(), body.type(), body.state(), body.reasons(), body.notes(), null, null, null, null);
        }

        CheckedRowBody on(@Nullable RowDueBody due, @Nullable MilestonesBody milestones) {
            return new CheckedRowBody(line, type, state, reasons, notes, due, milestones, effect, ledgerRefusal);
        }

        CheckedRowBody with(EffectBody effect) {
            return new CheckedRowBody(line, type, state, reasons, notes, due, milestones, effect, ledgerRefusal);
        }

        CheckedRowBody refused(String refusal, ReasonBody reason) {
            return new CheckedRowBody(
                    line, type, RowState.RETURNED, List.of(reason), notes, due, milestones, effect, refusal);
        }
    }

    /** Until when a row's filing was to be received, and whether it comes so late that evidence is asked for. */
    public record RowDueBody(LocalDate lastDay, boolean overdue, boolean evidenceNeeded) {}

    /**
     * What lies ahead of somebody who joins.
     *
     * @param rightFrom the first day on which a loss leaves a right to a benefit; absent if the age limit comes first
     * @param ageLimitOn the day on which membership is lost by age
     */
    public record MilestonesBody(@Nullable LocalDate rightFrom, LocalDate ageLimitOn) {}

    /**
     * What a row would cost the establishment.
     *
     * @param lines contributions posted or corrected at once
     * @param regular what the next month brings, by plan; only where the row changes it
     */
    public record EffectBody(List<EffectLineBody> lines, List<EffectChangeBody> regular) {
        /** Of the facts of a row in their order: what the last leaves is what the row leaves. */
        static EffectBody of(List<LedgerApi.FactAnswer> facts) {
            Map<Plan, EffectChangeBody> changes = new EnumMap<>(Plan.class);
            facts.stream()
                    .flatMap(fact -> fact.regular().stream())
                    .map(each -> new EffectChangeBody(each.plan(), each.before(), each.after()))
                    .forEach(each -> changes.merge(each.plan(), each, EffectChangeBody::then));
            return new EffectBody(
                    facts.stream()
                            .flatMap(fact -> fact.lines().stream())
                            .map(line -> new EffectLineBody(line.plan(), line.month(), line.amount()))
                            .toList(),
                    List.copyOf(changes.values()));
        }
    }

    /** A month's contribution or its correction, in yen; what a correction takes back is negative. */
    public record EffectLineBody(Plan plan, YearMonth month, long amount) {}

    /** A plan's contribution of the next month in yen, without and with the row. */
    public record EffectChangeBody(Plan plan, long before, long after) {
        EffectChangeBody then(EffectChangeBody next) {
            return new EffectChangeBody(plan, before, next.after());
        }
    }

    /** What the accepted rows together change on the bill of the next month to be run, by plan. */
    public record NextBillBody(YearMonth month, List<NextBillPlanBody> plans) {}

    /**
     * A plan's share of that.
     *
     * @param lines yen of contributions posted or corrected at once
     * @param regular yen by which the month's own contributions rise or, negative, fall
     */
    public record NextBillPlanBody(Plan plan, long lines, long regular) {}

    /**
     * What would become of a file.
     *
     * @param state RETURNED where nothing of it would take effect, PARTLY_RETURNED where that is so for some of several
     *     establishments
     * @param files what would become of each establishment's rows
     * @param nextBill absent where no row concerns the ledger, where nothing of the file would take effect, and where
     *     not all effects are known
     * @param effectsUnavailable whether some or all effects are not known
     * @param effectsReason why not
     */
    public record CheckBody(
            List<CheckedRowBody> rows,
            CountsBody counts,
            Map<String, Long> formsNotOurs,
            CheckState state,
            List<CheckedFileBody> files,
            @Nullable NextBillBody nextBill,
            boolean effectsUnavailable,
            @Nullable ReasonBody effectsReason) {}

    /** What would become of an establishment's rows. */
    public record CheckedFileBody(String establishmentNumber, FileState state, CountsBody counts) {}

    @POST
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "text/csv"})
    @Operation(
            summary = "What would become of a file and of each row, in yen too; nothing is stored (officer, the"
                    + " establishment, its consultant)",
            description = "What it would cost is asked of the ledger with the caller's own token; when the ledger"
                    + " gives no answer in time, effectsUnavailable is true and the check stands without it.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponseSchema(value = CheckBody.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "forbidden, paper-by-officers-only")
    @APIResponse(responseCode = "422", description = "As for sending the file")
    public Response check(
            @Valid @BeanParam FileSendings.Said said,
            @HeaderParam("Accept-Language") @Nullable String language,
            @NotNull InputStream body)
            throws IOException {
        Sending sending = sendings.of(said);
        Language spoken = Language.accepted(language);
        try {
            return Response.ok(checks.check(sending, body, spoken), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        } catch (FileRefused refused) {
            throw FileSendings.problem(refused, spoken);
        }
    }
}
