package jp.nenkin.member.reminder;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.kit.Shown;
import jp.nenkin.member.calendar.CutOff;
import jp.nenkin.member.calendar.CutOffs;
import jp.nenkin.member.calendar.DueDate;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filer.FilingRights;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.proposal.BirthDateProposals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Filings that are due and missing, over HTTP: to officers and to the establishment that has to make them. */
@Path("/due-filings")
@Produces(MediaType.APPLICATION_JSON)
public class DueFilingResource {
    private final AgeLimitLosses losses;
    private final CutOffs cutOffs;
    private final BirthDateProposals proposals;
    private final FilingRights rights;
    private final Shown shown;
    private final Clock clock;

    DueFilingResource(
            AgeLimitLosses losses,
            CutOffs cutOffs,
            BirthDateProposals proposals,
            FilingRights rights,
            Shown shown,
            Clock clock) {
        this.losses = losses;
        this.proposals = proposals;
        this.cutOffs = cutOffs;
        this.rights = rights;
        this.shown = shown;
        this.clock = clock;
    }

    /**
     * A page of what is missing, by member number, and the cut-offs that have not passed.
     *
     * @param openBirthDateProposals how many birth dates are to be looked at, which have a list of their own
     * @param next the cursor of the next page, absent on the last
     */
    public record DueFilingsBody(
            String establishmentNumber,
            LocalDate until,
            List<DueFilingBody> filings,
            List<CutOffAheadBody> cutOffsAhead,
            int openBirthDateProposals,
            @Nullable String next) {}

    /**
     * A filing that the records say is to be made.
     *
     * @param eventOn the day of its event: for a loss the date of loss
     * @param dueOn the last day in time
     * @param evidenceFrom the day of receipt from which it needs evidence
     * @param overdue whether the last day in time has passed
     */
    public record DueFilingBody(
            FilingType type,
            LossCause cause,
            String memberNumber,
            String name,
            LocalDate eventOn,
            LocalDate dueOn,
            LocalDate evidenceFrom,
            boolean overdue) {}

    /** A cut-off of a fiscal year's notice that is today or later. */
    public record CutOffAheadBody(int fiscalYear, FilingType type, FilingChannel channel, LocalDate lastDay) {}

    @GET
    @Operation(
            summary = "Filings of events until a day that are missing as far as the records say: losses by age"
                    + " (officer, the establishment itself, its consultant)")
    public DueFilingsBody list(
            @QueryParam("establishmentNumber") @NotNull @Pattern(regexp = EstablishmentNumber.FORM)
                    String establishmentNumber,
            @QueryParam("until") @NotNull LocalDate until,
            @QueryParam("cursor") @Nullable @Pattern(regexp = MemberNumber.FORM) String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        EstablishmentNumber establishment = new EstablishmentNumber(establishmentNumber);
        rights.toSee(establishment);
        LocalDate today = LocalDate.now(clock);
        AgeLimitLosses.Page page = losses.dueBy(until, establishment, new AgeLimitLosses.Cut(cursor, limit));
        shown.members(page.members());
        return new DueFilingsBody(
                establishmentNumber,
                until,
                page.losses().stream().map(due -> body(due, today)).toList(),
                cutOffs.notBefore(today).stream().map(DueFilingResource::body).toList(),
                proposals.countOpen(establishment),
                page.next());
    }

    private static DueFilingBody body(AgeLimitLosses.Due missing, LocalDate today) {
        DueDate due = missing.due();
        return new DueFilingBody(
                FilingType.LOSS,
                LossCause.AGE_65,
                missing.loss().memberNumber().value(),
                missing.loss().name(),
                due.eventDay(),
                due.lastDay(),
                due.evidenceFrom(),
                due.isOverdueOn(today));
    }

    private static CutOffAheadBody body(CutOff cutOff) {
        return new CutOffAheadBody(cutOff.fiscalYear(), cutOff.type(), cutOff.channel(), cutOff.lastDay());
    }
}
