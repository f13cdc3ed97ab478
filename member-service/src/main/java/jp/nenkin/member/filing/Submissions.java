package jp.nenkin.member.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.kit.Database;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.calendar.ClosedYearTable;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filing.DecisionRules.Days;
import jp.nenkin.member.filing.FilingResource.EnrolmentBody;
import jp.nenkin.member.filing.Filings.Taken;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.name.MyNumber;
import jp.nenkin.member.plan.PlanData;
import org.jspecify.annotations.Nullable;

/**
 * What is filed, as it arrives: it takes effect at once or, where an officer decides first, is judged by the same
 * rules, held with its content and changes nothing.
 */
@ApplicationScoped
class Submissions {
    private final FilingsByType filings;
    private final FilingTable table;
    private final HeldFilingTable held;
    private final Members members;
    private final ClosedYearTable closedYears;
    private final EntityManager entities;
    private final Database database;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;
    private final DecisionRules rules = new DecisionRules(PlanData.standard());

    Submissions(
            FilingsByType filings,
            FilingTable table,
            HeldFilingTable held,
            Members members,
            ClosedYearTable closedYears,
            EntityManager entities,
            Database database,
            ObjectMapper json,
            Ids ids,
            Clock clock) {
        this.filings = filings;
        this.table = table;
        this.held = held;
        this.members = members;
        this.closedYears = closedYears;
        this.entities = entities;
        this.database = database;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of a filing that was not refused. */
    sealed interface Outcome {
        /** It took effect. */
        record AtOnce(Taken taken) implements Outcome {}

        /** An officer decides. */
        record Waits(HeldFiling filing) implements Outcome {}
    }

    /**
     * Takes a filing within the caller's transaction; refused with a {@link Problem} by the rules of its type, whether
     * it would wait or not.
     */
    Outcome take(ReceivedBody body, Receipt receipt) {
        return take(body, receipt, body);
    }

    /** As {@link #take(ReceivedBody, Receipt)}, where more is kept of it than it says. */
    Outcome take(ReceivedBody body, Receipt receipt, Object kept) {
        String evidence = body.evidence();
        if (evidence != null && MyNumber.isWithin(evidence)) {
            throw Problem.of(FilingProblem.MY_NUMBER_NOT_TAKEN);
        }
        List<WaitingReason> reasons = table.origin().isUndecided() ? reasons(body, receipt) : List.of();
        return reasons.isEmpty()
                ? new Outcome.AtOnce(filings.take(body, receipt, kept))
                : new Outcome.Waits(hold(body, receipt, text(kept), reasons));
    }

    private List<WaitingReason> reasons(ReceivedBody body, Receipt receipt) {
        UUID takesBack = body.takesBack();
        Optional<LocalDate> begun = takesBack == null ? Optional.empty() : members.begunOn(takesBack);
        LocalDate event = body.eventDay();
        // What is taken back was in time or not when it was filed itself; a day before its own is told only now.
        boolean mayBeLate = body.changedFrom() != null
                && (takesBack == null
                        || (event != null && begun.filter(event::isBefore).isPresent()));
        Days days = new Days(mayBeLate ? event : null, body.changedFrom()).takingBack(begun);
        return rules.reasons(days, receipt.receivedOn(), closedYear(days, receipt));
    }

    /** Not asked for what concerns the fiscal year that goes on, which most filings do. */
    private Optional<Integer> closedYear(Days days, Receipt receipt) {
        return days.changed() == null
                        || DecisionRules.fiscalYear(days.changed()) >= DecisionRules.fiscalYear(receipt.enteredOn())
                ? Optional.empty()
                : closedYears.latest();
    }

    private HeldFiling hold(ReceivedBody body, Receipt receipt, String kept, List<WaitingReason> reasons) {
        Taken judged = judge(body, receipt);
        HeldFiling filing = new HeldFiling(
                ids.next(),
                HeldForm.of(body),
                judged.filing().type(),
                receipt.channel(),
                receipt.receivedOn(),
                member(body, judged),
                new EstablishmentNumber(body.establishmentNumber()),
                Objects.requireNonNullElseGet(table.origin().filedAt(), clock::instant),
                table.origin().filedBy(),
                kept,
                reasons,
                FilingState.RECEIVED,
                null);
        held.hold(filing);
        return filing;
    }

    /** As if it took effect; nothing of that is left, and no member number is used up. */
    private Taken judge(ReceivedBody body, Receipt receipt) {
        savepoint("SAVEPOINT judged");
        Taken judged = members.withPlaceholders(ids.next(), () -> filings.take(body, receipt, body));
        entities.clear();
        savepoint("ROLLBACK TO SAVEPOINT judged");
        savepoint("RELEASE SAVEPOINT judged");
        return judged;
    }

    private void savepoint(String command) {
        database.update(command, Database.Binding.NONE);
    }

    /** Somebody new gets a number when it is decided. */
    private static @Nullable MemberNumber member(ReceivedBody body, Taken judged) {
        return body instanceof EnrolmentBody enrolment && enrolment.memberNumber() == null ? null : judged.member();
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A filing that is no JSON", fault);
        }
    }
}
