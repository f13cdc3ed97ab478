package jp.nenkin.member.outcome;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.Shown;
import jp.nenkin.member.csv.SpreadsheetCsv;
import jp.nenkin.member.outcome.DecisionNoticeResource.Asked;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Member number notices (加入者番号通知書) over HTTP: one for each enrolment in effect, to be handed out. */
@Path("/")
public class MemberNumberNoticeResource {
    private static final Place BEGINNING = new Place(Instant.EPOCH, new UUID(0, 0), 0);
    private static final List<String> COLUMNS = List.of("加入者番号", "氏名", "氏名カナ", "生年月日", "資格取得日", "事業所番号", "事業所名");

    private final MemberNumberTable table;
    private final Outcomes outcomes;
    private final Shown shown;
    private final Clock clock;

    MemberNumberNoticeResource(MemberNumberTable table, Outcomes outcomes, Shown shown, Clock clock) {
        this.table = table;
        this.outcomes = outcomes;
        this.shown = shown;
        this.clock = clock;
    }

    /** In the order of the decisions; next is the cursor of the next page, absent on the last. */
    public record MemberNumberNoticesBody(
            List<MemberNumberNoticeBody> notices, @Nullable String next) {}

    /** The number of somebody who was enrolled, with the name that he has now. */
    public record MemberNumberNoticeBody(
            UUID filingId,
            String memberNumber,
            String name,
            @Nullable String nameKana,
            LocalDate birthDate,
            LocalDate acquiredOn,
            String establishmentNumber,
            String establishmentName,
            Instant decidedAt) {
        static MemberNumberNoticeBody of(MemberNumberNotice notice) {
            return new MemberNumberNoticeBody(
                    notice.filing(),
                    notice.memberNumber(),
                    notice.name(),
                    notice.nameKana(),
                    notice.birthDate(),
                    notice.acquiredOn(),
                    notice.establishmentNumber(),
                    notice.establishmentName(),
                    notice.decidedAt());
        }
    }

    @GET
    @Path("member-number-notices")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            summary = "Member number notices, 加入者番号通知書, since a day (officer all, an establishment its own,"
                    + " a consultant those of who delegated to it)")
    @APIResponseSchema(value = MemberNumberNoticesBody.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid, cursor-unknown")
    public MemberNumberNoticesBody list(@Valid @BeanParam Asked asked) {
        List<MemberNumberNotice> page = page(asked);
        return new MemberNumberNoticesBody(
                page.stream().map(MemberNumberNoticeBody::of).toList(), next(page, asked.limit()));
    }

    @GET
    @Path("member-number-notices.csv")
    @Produces({"text/csv", MediaType.APPLICATION_JSON})
    @Transactional
    @Operation(
            summary = "The same as CSV for spreadsheets, in UTF-8 with a byte order mark; the header Next-Cursor begins"
                    + " the next page (officer all, an establishment its own,"
                    + " a consultant those of who delegated to it)")
    @APIResponse(
            responseCode = "200",
            description = "One line for each notice, under Japanese headings",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "400", description = "invalid, cursor-unknown")
    public Response csv(@Valid @BeanParam Asked asked) {
        List<MemberNumberNotice> page = page(asked);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SpreadsheetCsv csv = new SpreadsheetCsv(bytes, COLUMNS);
        page.forEach(notice -> csv.row(cells(notice)));
        csv.flush();
        return Response.ok(bytes.toByteArray(), "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"member-number-notices.csv\"")
                .header("Next-Cursor", next(page, asked.limit()))
                .build();
    }

    private static List<@Nullable String> cells(MemberNumberNotice notice) {
        return Arrays.asList(
                notice.memberNumber(),
                notice.name(),
                notice.nameKana(),
                notice.birthDate().toString(),
                notice.acquiredOn().toString(),
                notice.establishmentNumber(),
                notice.establishmentName());
    }

    private List<MemberNumberNotice> page(Asked asked) {
        String establishment = outcomes.scope(asked.establishmentNumber());
        String cursor = asked.cursor();
        Place after = cursor == null
                ? BEGINNING
                : Place.read(cursor).orElseThrow(() -> Problem.of(OutcomeProblem.CURSOR_UNKNOWN));
        List<MemberNumberNotice> page = table.list(establishment, asked.from(clock.getZone()), after, asked.limit());
        shown.members(page.stream().map(MemberNumberNotice::memberNumber).toList());
        return page;
    }

    private static @Nullable String next(List<MemberNumberNotice> page, int most) {
        return page.size() < most
                ? null
                : new Place(page.getLast().decidedAt(), page.getLast().filing(), 0).written();
    }
}
