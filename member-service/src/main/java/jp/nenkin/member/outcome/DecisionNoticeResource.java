package jp.nenkin.member.outcome;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.nenkin.events.FiledAs;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Language;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filing.FilingState;
import jp.nenkin.member.upload.FilingFileResource.ReasonBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Decision notices (決定通知) over HTTP: what the fund decided on each filing that it processed or returned. */
@Path("/decision-notices")
@Produces(MediaType.APPLICATION_JSON)
public class DecisionNoticeResource {
    private final Outcomes outcomes;
    private final Clock clock;

    DecisionNoticeResource(Outcomes outcomes, Clock clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Which notices are asked for: all that is not said is not asked. */
    public record Asked(
            @QueryParam("establishmentNumber") @Nullable @Pattern(regexp = EstablishmentNumber.FORM)
            String establishmentNumber,

            @QueryParam("since") @Nullable @Schema(description = "Decided on that day or later")
            LocalDate since,

            @QueryParam("cursor") @Nullable String cursor,

            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500)
            int limit) {
        /** The moment from which on decisions are asked for. */
        Instant from(ZoneId zone) {
            return since == null ? Instant.EPOCH : since.atStartOfDay(zone).toInstant();
        }
    }

    /** In the order in which it was decided; next is the cursor of the next page, absent on the last. */
    public record DecisionNoticesBody(
            List<DecisionNoticeBody> notices, @Nullable String next) {}

    /**
     * What was decided on a filing.
     *
     * @param state PROCESSED or RETURNED
     * @param filingId absent of a row that was returned without waiting for an officer
     * @param fileId of the file that it came in, with the line of the row
     * @param takesBack the filing that was to be corrected or cancelled; absent of what was filed anew
     * @param takesBackType as what that was filed
     * @param name as the member is called now, else as it was filed
     * @param eventDay of acquisition, loss, change or receipt of the asset; of a correction, as it is right; of a
     *     cancellation this and all after it are what the cancelled filing said
     * @param firstBaseSalary yen
     * @param secondUnits units of the second plan
     * @param amount of an asset, in yen
     */
    public record DecisionNoticeBody(
            FilingState state,
            @Nullable UUID filingId,
            @Nullable UUID fileId,
            @Nullable Long line,
            String establishmentNumber,
            @Nullable FiledAs type,
            @Nullable UUID takesBack,
            @Nullable FiledAs takesBackType,
            @Nullable String memberNumber,
            @Nullable String name,
            @Nullable LocalDate eventDay,
            @Nullable LocalDate lostOn,
            @Nullable LossCause cause,
            @Nullable Long firstBaseSalary,
            @Nullable Integer secondUnits,
            @Nullable Plan plan,
            @Nullable Long amount,
            LocalDate receivedOn,
            Instant decidedAt,
            List<ReasonBody> reasons) {
        static DecisionNoticeBody of(Listed listed, Language language) {
            DecidedContent content = DecidedContent.of(listed);
            Listed.Row row = listed.row();
            Listed.TakenBack takesBack = listed.takesBack();
            return new DecisionNoticeBody(
                    listed.state(),
                    listed.filing(),
                    row == null ? null : row.file(),
                    row == null ? null : row.line(),
                    listed.establishmentNumber(),
                    listed.type(),
                    takesBack == null ? null : takesBack.filing(),
                    takesBack == null ? null : takesBack.type(),
                    listed.memberNumber(),
                    listed.name() == null ? content.name() : listed.name(),
                    content.eventDay(),
                    content.lostOn(),
                    content.cause(),
                    content.firstBaseSalary(),
                    content.secondUnits(),
                    content.plan(),
                    content.amount(),
                    listed.receivedOn(),
                    Objects.requireNonNull(listed.decidedAt()),
                    listed.reasons().stream()
                            .map(reason -> ReasonBody.of(reason, language))
                            .toList());
        }
    }

    @GET
    @Operation(
            summary = "Decision notices, 決定通知, since a day in the order of the decisions (officer all, an"
                    + " establishment its own, a consultant those of who delegated to it)")
    @APIResponseSchema(value = DecisionNoticesBody.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid, cursor-unknown")
    public DecisionNoticesBody list(
            @Valid @BeanParam Asked asked, @HeaderParam("Accept-Language") @Nullable String language) {
        String establishment = outcomes.scope(asked.establishmentNumber());
        Wanted wanted = new Wanted(establishment, null, null, null, null, null, asked.from(clock.getZone()));
        List<Listed> page = outcomes.asDecided(wanted, asked.cursor(), asked.limit());
        Language spoken = Language.accepted(language);
        return new DecisionNoticesBody(
                page.stream()
                        .map(listed -> DecisionNoticeBody.of(listed, spoken))
                        .toList(),
                Outcomes.next(page, asked.limit()));
    }
}
