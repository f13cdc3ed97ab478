package jp.nenkin.member.derivation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Language;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filer.FilingRights;
import jp.nenkin.member.filing.FilingState;
import jp.nenkin.member.upload.RowType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Filings derived from files over HTTP: by the establishment for itself, or by an officer. */
@Path("/derivations")
@Produces(MediaType.APPLICATION_JSON)
public class DerivationResource {
    private static final int MOST_FILES = 50;

    private final Derivations derivations;
    private final Idempotency idempotency;
    private final Callers callers;
    private final FilingRights rights;

    DerivationResource(Derivations derivations, Idempotency idempotency, Callers callers, FilingRights rights) {
        this.derivations = derivations;
        this.idempotency = idempotency;
        this.callers = callers;
        this.rights = rights;
    }

    /**
     * What is to be derived.
     *
     * @param effectiveFrom 1 April or 1 October
     * @param fileIds files that the establishment sent and that are processed
     */
    public record AskedBody(
            @NotNull @Pattern(regexp = EstablishmentNumber.FORM)
            String establishmentNumber,

            @NotNull LocalDate effectiveFrom,
            @NotEmpty @Size(max = MOST_FILES) Set<@NotNull UUID> fileIds) {}

    /**
     * A derivation as it stands.
     *
     * @param lines how many there are, one for each person or row
     * @param proposed how many of them propose a filing
     * @param waiting how many of the filings that were confirmed wait for an officer, and change nothing until then
     * @param successor the one that was made anew in its place
     */
    public record DerivationBody(
            UUID id,
            String establishmentNumber,
            LocalDate effectiveFrom,
            List<UUID> fileIds,
            DerivationState state,
            int lines,
            int proposed,
            int waiting,
            Instant madeAt,
            String madeBy,
            @Nullable Instant settledAt,
            @Nullable String settledBy,
            @Nullable UUID successor) {
        static DerivationBody of(Derivation derivation) {
            Derivation.Made settled = derivation.settled();
            return new DerivationBody(
                    derivation.id(),
                    derivation.asked().establishment().value(),
                    derivation.asked().effectiveFrom(),
                    derivation.asked().files(),
                    derivation.state(),
                    derivation.lines(),
                    derivation.proposed(),
                    derivation.waiting(),
                    derivation.made().at(),
                    derivation.made().by(),
                    settled == null ? null : settled.at(),
                    settled == null ? null : settled.by(),
                    derivation.successor());
        }
    }

    /** Which lines are asked for: all, or those of one kind. */
    public record LinesAsked(
            @QueryParam("kind") @Nullable FindingKind kind,

            @QueryParam("after") @Parameter(description = "The next of the page before") @DefaultValue("0")
            int after,

            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(500)
            int limit) {
        DerivationTable.Page of(UUID derivation) {
            return new DerivationTable.Page(derivation, after, kind, limit);
        }
    }

    /** Lines of a derivation by number; next is absent on the last page. */
    public record LinesBody(List<LineBody> lines, @Nullable Integer next) {}

    /**
     * What a derivation says of one person.
     *
     * @param name as on record, or as filed of somebody who was not matched
     * @param figures the base salaries that become others, of a CHANGE
     * @param enrolment of a JOINER
     * @param origin absent of a LEAVER
     * @param reason why nothing is proposed
     * @param leftOut whether it was left out on confirming
     * @param filingId of the filing that it became
     * @param filingState RECEIVED while an officer is to decide on it; absent of what is not filed
     */
    public record LineBody(
            int number,
            FindingKind kind,
            @Nullable String memberNumber,
            @Nullable String name,
            List<FigureBody> figures,
            @Nullable DerivedEnrolmentBody enrolment,
            @Nullable DerivationReasonBody reason,
            @Nullable OriginBody origin,
            boolean leftOut,
            @Nullable UUID filingId,
            @Nullable FilingState filingState) {
        static LineBody of(StoredLine stored, Language language) {
            DerivedLine line = stored.line();
            StoredLine.Filed filed = stored.filed();
            return new LineBody(
                    line.number(),
                    line.finding().kind(),
                    line.memberNumber(),
                    line.name(),
                    FigureBody.of(line.finding()),
                    DerivedEnrolmentBody.of(line.finding()),
                    DerivationReasonBody.of(line.finding(), language),
                    OriginBody.of(line.origin()),
                    stored.leftOut(),
                    filed == null ? null : filed.id(),
                    filed == null ? null : filed.state());
        }
    }

    /** A base salary of one plan in yen, as it is on the day so far and as it is to be. */
    public record FigureBody(
            Plan plan, @Nullable Long former, @Nullable LocalDate formerSince, long baseSalary) {
        static List<FigureBody> of(Finding finding) {
            return switch (finding) {
                case Finding.Change(var _, var figures) ->
                    figures.stream()
                            .map(each ->
                                    new FigureBody(each.plan(), each.former(), each.formerSince(), each.baseSalary()))
                            .toList();
                case Finding.Joiner _, Finding.Leaver _, Finding.Nothing _ -> List.of();
            };
        }
    }

    /** The enrolment that is proposed of somebody on a roster. */
    public record DerivedEnrolmentBody(
            LocalDate acquiredOn,
            @Nullable LocalDate birthDate,
            @Nullable Long firstBaseSalary,
            @Nullable Integer secondUnits) {
        static @Nullable DerivedEnrolmentBody of(Finding finding) {
            return switch (finding) {
                case Finding.Joiner(var enrolment) ->
                    new DerivedEnrolmentBody(
                            enrolment.acquiredOn(),
                            enrolment.person().birthDate(),
                            enrolment.firstBaseSalary(),
                            enrolment.secondUnits());
                case Finding.Change _, Finding.Leaver _, Finding.Nothing _ -> null;
            };
        }
    }

    /** Why nothing is proposed, and what to do. */
    public record DerivationReasonBody(String code, String message) {
        static @Nullable DerivationReasonBody of(Finding finding, Language language) {
            return switch (finding) {
                case Finding.Change _, Finding.Joiner _, Finding.Leaver _ -> null;
                case Finding.Nothing(var why) ->
                    new DerivationReasonBody(why.code(), why.detail().in(language));
            };
        }
    }

    /**
     * The row that a line comes from.
     *
     * @param line of the file on which it begins, from 1
     * @param appliesFrom the first month with its figure
     * @param item the number of the item in which the remuneration stands
     * @param remuneration monthly in yen
     */
    public record OriginBody(
            UUID fileId,
            long receiptNumber,
            long line,
            RowType type,
            @Nullable YearMonth appliesFrom,
            @Nullable Integer item,
            @Nullable Long remuneration) {
        static @Nullable OriginBody of(@Nullable Origin origin) {
            if (origin == null) {
                return null;
            }
            return new OriginBody(
                    origin.file(),
                    origin.receiptNumber(),
                    origin.line(),
                    origin.type(),
                    origin.appliesFrom(),
                    origin.item(),
                    origin.remuneration());
        }
    }

    /**
     * A confirmation.
     *
     * @param leaveOut the numbers of lines that are not filed; none is left out where it is absent
     * @param losses of those lines of kind LEAVER that are to be filed; others stay members
     */
    public record ConfirmationBody(
            @Nullable Set<@NotNull Integer> leaveOut,
            @Nullable @Valid List<@NotNull DerivedLossBody> losses) {
        Confirmed confirmed() {
            Map<Integer, Confirmed.Left> byLine = new HashMap<>();
            for (DerivedLossBody loss : losses == null ? List.<DerivedLossBody>of() : losses) {
                if (byLine.put(loss.line(), new Confirmed.Left(loss.lostOn(), loss.cause())) != null) {
                    throw Problem.of(DerivationProblem.LINE_TWICE).with("line", loss.line());
                }
            }
            return new Confirmed(leaveOut == null ? Set.of() : leaveOut, byLine);
        }
    }

    /**
     * The loss of somebody who is not on the roster.
     *
     * @param lostOn the first day without membership
     */
    public record DerivedLossBody(
            @NotNull Integer line,
            @NotNull LocalDate lostOn,
            @NotNull LossCause cause) {}

    @POST
    @Operation(
            summary = "Derive filings from 算定 and 月変, or from a roster, of processed files; nothing is filed (officer,"
                    + " the establishment, its consultant)")
    @APIResponseSchema(value = DerivationBody.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "file-not-processed, idempotency-key-in-progress")
    @APIResponse(
            responseCode = "422",
            description = "establishment-unknown, file-unknown, files-without-rows, sources-mixed, roster-incomplete,"
                    + " derivation-too-large, no-base-salary-day, idempotency-key-reused")
    public Response make(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid AskedBody body) {
        String by = rights.toFile(new EstablishmentNumber(body.establishmentNumber()))
                .id();
        Derivation.Asked asked = new Derivation.Asked(
                new EstablishmentNumber(body.establishmentNumber()),
                body.effectiveFrom(),
                body.fileIds().stream().sorted().toList());
        return idempotency.once(key, "derive", body, () -> {
            Derivation made = derivations.make(asked, by);
            return Answer.created("/derivations/" + made.id(), DerivationBody.of(made));
        });
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A derivation as it stands (officer, its establishment, its consultant)")
    public DerivationBody find(@PathParam("id") UUID id) {
        return DerivationBody.of(visible(id));
    }

    @GET
    @Path("/{id}/lines")
    @Operation(summary = "What a derivation says of each person (officer, its establishment, its consultant)")
    public LinesBody lines(
            @PathParam("id") UUID id,
            @Valid @BeanParam LinesAsked asked,
            @HeaderParam("Accept-Language") @Nullable String language) {
        visible(id);
        List<StoredLine> found = derivations.lines(asked.of(id));
        Language spoken = Language.accepted(language);
        return new LinesBody(
                found.stream().map(line -> LineBody.of(line, spoken)).toList(),
                found.size() < asked.limit() ? null : found.getLast().line().number());
    }

    @POST
    @Path("/{id}/confirmation")
    @Operation(
            summary = "File what is proposed, all of it or nothing, but for the lines left out (officer, its"
                    + " establishment, its consultant)",
            description = "What comes late, or changes a closed year, waits for an officer: waiting says how many, and"
                    + " filingState of each line which. Sent again with the same content it changes nothing. A refusal"
                    + " by the rules of filings says in derivedLine of which line it is.")
    @APIResponseSchema(value = DerivationBody.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "forbidden, confirmer-is-proposer")
    @APIResponse(
            responseCode = "409",
            description = "derivation-settled, derivation-outdated: derivationId is new; as for" + " each filing")
    @APIResponse(responseCode = "422", description = "line-not-proposed, line-twice, and as for each filing")
    public DerivationBody confirm(@PathParam("id") UUID id, @NotNull @Valid ConfirmationBody body) {
        Derivation derivation = visible(id);
        return DerivationBody.of(
                derivations.confirm(new Derivations.Confirmation(derivation, body.confirmed(), by(derivation))));
    }

    @POST
    @Path("/{id}/discarding")
    @Operation(summary = "Give up a derivation: nothing of it is filed (officer, its establishment, its consultant)")
    @APIResponseSchema(value = DerivationBody.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "derivation-settled")
    public DerivationBody discard(@PathParam("id") UUID id) {
        Derivation derivation = visible(id);
        return DerivationBody.of(derivations.discard(derivation, by(derivation)));
    }

    private String by(Derivation derivation) {
        return rights.toFile(derivation.asked().establishment()).id();
    }

    private Derivation visible(UUID id) {
        Caller caller = callers.current();
        return derivations
                .find(id)
                .orElseThrow(() ->
                        caller instanceof Caller.Officer ? Problem.of(KitProblem.NOT_FOUND) : Callers.forbidden());
    }
}
