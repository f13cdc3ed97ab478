package jp.nenkin.member.listing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Audit;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.Shown;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.name.NameKey;
import jp.nenkin.member.plan.Names;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/**
 * Lists of members over HTTP: all to officers, its own to an establishment. A name is searched in a body, because
 * addresses are logged.
 */
@Path("/members")
@Produces(MediaType.APPLICATION_JSON)
public class MemberListResource {
    private static final String CSV = "text/csv";
    private static final String NUMBER = "^[0-9]{1,10}$";
    private static final String INSURED_NUMBER = "^[0-9]{1,6}$";
    private static final int MOST = 500;
    private static final int USUAL = 100;
    private static final int ROWS_AT_A_TIME = 1_000;

    private final MemberLists lists;
    private final Callers callers;
    private final Shown shown;
    private final Audit audit;
    private final Clock clock;

    MemberListResource(MemberLists lists, Callers callers, Shown shown, Audit audit, Clock clock) {
        this.lists = lists;
        this.callers = callers;
        this.shown = shown;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the query asks for; all of it must hold. */
    public record ListQuery(
            @QueryParam("memberNumber")
            @Parameter(description = "1234 is 0000001234")
            @Nullable
            @Pattern(regexp = NUMBER)
            String memberNumber,

            @QueryParam("insuredNumber") @Nullable @Pattern(regexp = INSURED_NUMBER)
            String insuredNumber,

            @QueryParam("establishmentNumber") @Nullable @Pattern(regexp = EstablishmentNumber.FORM)
            String establishmentNumber,

            @QueryParam("plan") @Nullable Plan plan,

            @QueryParam("standing") @Parameter(description = "ACTIVE unless said otherwise") @Nullable
            Standing standing,

            @QueryParam("on") @Parameter(description = "the day of the standing; today unless said") @Nullable
            LocalDate on,

            @QueryParam("acquiredFrom") @Nullable LocalDate acquiredFrom,
            @QueryParam("acquiredUntil") @Nullable LocalDate acquiredUntil,
            @QueryParam("lostFrom") @Nullable LocalDate lostFrom,
            @QueryParam("lostUntil") @Nullable LocalDate lostUntil,

            @QueryParam("cursor") @Nullable @Pattern(regexp = Place.FORM)
            String cursor,

            @QueryParam("limit") @Parameter(description = "100 unless said") @Nullable @Min(1) @Max(MOST)
            Integer limit) {
        SearchBody body() {
            return new SearchBody(
                    null,
                    memberNumber,
                    insuredNumber,
                    establishmentNumber,
                    plan,
                    standing,
                    on,
                    acquiredFrom,
                    acquiredUntil,
                    lostFrom,
                    lostUntil,
                    cursor,
                    limit);
        }
    }

    /**
     * What is searched; all of it must hold.
     *
     * @param name a part of the name or of its kana, in any width, kana and variant of a character
     * @param standing ACTIVE unless said otherwise
     * @param on the day that the standing is as of; today unless said
     * @param cursor of a page; an export has none
     * @param limit of a page, 100 unless said; an export has none
     */
    public record SearchBody(
            @Nullable @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String name,

            @Nullable @Pattern(regexp = NUMBER) String memberNumber,
            @Nullable @Pattern(regexp = INSURED_NUMBER) String insuredNumber,

            @Nullable @Pattern(regexp = EstablishmentNumber.FORM)
            String establishmentNumber,

            @Nullable Plan plan,
            @Nullable Standing standing,
            @Nullable LocalDate on,
            @Nullable LocalDate acquiredFrom,
            @Nullable LocalDate acquiredUntil,
            @Nullable LocalDate lostFrom,
            @Nullable LocalDate lostUntil,
            @Nullable @Pattern(regexp = Place.FORM) String cursor,
            @Nullable @Min(1) @Max(MOST) Integer limit) {
        Asked asked(LocalDate today) {
            return new Asked(
                    name == null ? null : NameKey.of(name),
                    memberNumber == null ? null : MemberNumber.of(Long.parseLong(memberNumber)),
                    establishmentNumber == null ? null : new EstablishmentNumber(establishmentNumber),
                    insuredNumber == null ? null : Integer.valueOf(insuredNumber),
                    plan,
                    standing == null ? Standing.ACTIVE : standing,
                    on == null ? today : on,
                    new Days(acquiredFrom, acquiredUntil),
                    new Days(lostFrom, lostUntil));
        }
    }

    /**
     * Members by number, each once for each period of membership that was asked for.
     *
     * @param next the cursor of the next page, absent on the last
     */
    public record MembersBody(
            List<ListedMemberBody> members, @Nullable String next) {}

    /** A member in a list, with one period at one establishment; without a loss while it goes on. */
    public record ListedMemberBody(
            String memberNumber,
            String name,
            @Nullable String nameKana,
            LocalDate birthDate,
            String establishmentNumber,
            @Nullable String insuredNumber,
            LocalDate acquiredOn,
            @Nullable LocalDate lostOn,
            @Nullable LossCause cause) {
        static ListedMemberBody of(Listed member) {
            return new ListedMemberBody(
                    member.place().member().value(),
                    member.name(),
                    member.nameKana(),
                    member.birthDate(),
                    member.establishment().value(),
                    member.insuredNumber() == null ? null : String.valueOf(member.insuredNumber()),
                    member.place().acquiredOn(),
                    member.lostOn(),
                    member.cause());
        }
    }

    @GET
    @Operation(
            summary = "Members by number, those of today unless said otherwise (officer all, an establishment its own,"
                    + " a consultant"
                    + " those of who delegated to it)")
    public MembersBody list(@Valid @BeanParam ListQuery query) {
        return page(query.body());
    }

    @POST
    @Path("/search")
    @Operation(
            summary =
                    "Members found by a part of the name and what else is said (officer all, an establishment its own,"
                            + " a consultant those of who delegated to it)")
    @APIResponseSchema(value = MembersBody.class, responseCode = "200")
    @APIResponse(responseCode = "422", description = "name-without-letters")
    public MembersBody search(@NotNull @Valid SearchBody body) {
        return page(body);
    }

    @POST
    @Path("/export")
    @Produces(CSV)
    @Operation(
            summary =
                    "The members found as a table for spreadsheets (officer all, an establishment its own, a consultant"
                            + " those of who delegated to it)",
            description =
                    "UTF-8 with a byte order mark, CRLF. A cell that would be a formula begins with an apostrophe."
                            + " It is written while it is read: what is filed meanwhile may be in it.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "422", description = "name-without-letters")
    public Response export(@NotNull @Valid SearchBody body) {
        Asked asked = asked(body);
        StreamingOutput table = out -> write(asked, out);
        return Response.ok(table, CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"members.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Page after page, each in a transaction of its own, so that a slow reader holds nothing. */
    private void write(Asked asked, OutputStream out) {
        MemberCsv csv = new MemberCsv(out);
        Place after = null;
        do {
            MemberLists.Page page = lists.page(asked, after, ROWS_AT_A_TIME);
            audit.told("POST /members/export", numbers(page));
            csv.write(page.members());
            after = page.next();
        } while (after != null);
    }

    private static List<String> numbers(MemberLists.Page page) {
        return page.members().stream()
                .map(member -> member.place().member().value())
                .distinct()
                .toList();
    }

    private MembersBody page(SearchBody body) {
        String cursor = body.cursor();
        Integer limit = body.limit();
        MemberLists.Page page =
                lists.page(asked(body), cursor == null ? null : Place.of(cursor), limit == null ? USUAL : limit);
        Place next = page.next();
        shown.members(numbers(page));
        return new MembersBody(
                page.members().stream().map(ListedMemberBody::of).toList(), next == null ? null : next.cursor());
    }

    /** What the caller may ask; refused with a {@link Problem}. */
    private Asked asked(SearchBody body) {
        Caller caller = callers.officerOrAnyFiler();
        Asked asked = body.asked(LocalDate.now(clock));
        if (asked.name() != null && asked.name().value().isEmpty()) {
            throw Problem.of(ListingProblem.NAME_WITHOUT_LETTERS);
        }
        return switch (caller) {
            case Caller.Officer _ -> asked;
            // The policies show those of establishments that have delegated to it.
            case Caller.Consultant _ -> asked;
            case Caller.Establishment own -> ownOf(asked, new EstablishmentNumber(own.number()));
            case Caller.Member _ -> throw Callers.forbidden();
        };
    }

    private static Asked ownOf(Asked asked, EstablishmentNumber own) {
        EstablishmentNumber establishment = asked.establishment();
        if (establishment != null && !establishment.equals(own)) {
            throw Callers.forbidden();
        }
        return asked.at(own);
    }
}
