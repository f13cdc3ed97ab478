package jp.nenkin.member.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.Shown;
import jp.nenkin.member.calendar.ClosedDays;
import jp.nenkin.member.calendar.DueDate;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filer.FilingRights;
import jp.nenkin.member.filing.Filings.Taken;
import jp.nenkin.member.filing.Submissions.Outcome;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;

/** Where filings arrive: whether the caller may file it, when it was received, and the answer. */
@ApplicationScoped
class Reception {
    private final Submissions submissions;
    private final Idempotency idempotency;
    private final FilingRights rights;
    private final ClosedDays closedDays;
    private final Shown shown;
    private final Clock clock;

    Reception(
            Submissions submissions,
            Idempotency idempotency,
            FilingRights rights,
            ClosedDays closedDays,
            Shown shown,
            Clock clock) {
        this.shown = shown;
        this.submissions = submissions;
        this.closedDays = closedDays;
        this.idempotency = idempotency;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * The answer to a filing that was taken.
     *
     * @param due until when it was to be received; absent of what is due on no day
     */
    public record TakenBody(
            UUID filingId,
            String memberNumber,
            LocalDate receivedOn,
            FilingChannel channel,
            @Nullable DueBody due) {}

    /**
     * The answer to a filing that an officer decides before it takes effect.
     *
     * @param filingId its receipt, and its id once it is accepted
     * @param memberNumber absent of somebody new, who gets a number when it is accepted
     * @param waitsFor the codes of the reasons: late, closed-year
     */
    public record HeldBody(
            UUID filingId,
            FilingState state,
            @Nullable String memberNumber,
            LocalDate receivedOn,
            FilingChannel channel,
            @Nullable DueBody due,
            List<String> waitsFor) {}

    /**
     * Until when a filing was to be received.
     *
     * @param overdue whether it was received later
     * @param evidenceNeeded whether it was so late that the fund asks for evidence of the event
     */
    public record DueBody(LocalDate lastDay, boolean overdue, boolean evidenceNeeded) {
        static DueBody of(DueDate due, LocalDate receivedOn) {
            return new DueBody(due.lastDay(), due.isOverdueOn(receivedOn), due.needsEvidenceOn(receivedOn));
        }
    }

    /**
     * Takes a filing once for its key. Refused with a {@link Problem} where the caller may not file for the
     * establishment, paper from any but officers, by {@link ReceiptRules} and by the rules of its type.
     */
    Response take(@Nullable String key, String operation, ReceivedBody form) {
        Caller caller = rights.toFile(new EstablishmentNumber(form.establishmentNumber()));
        if (form.channel() == FilingChannel.PAPER && !(caller instanceof Caller.Officer)) {
            throw Problem.of(FilingProblem.PAPER_BY_OFFICERS_ONLY);
        }
        return idempotency.once(key, operation, form, () -> take(form));
    }

    private Answer take(ReceivedBody form) {
        ReceiptRules rules = new ReceiptRules(LocalDate.now(clock));
        Filings.stop(rules.refuse(form.channel(), form.receivedOn()));
        return switch (submissions.take(form, rules.receipt(form.channel(), form.receivedOn()))) {
            case Outcome.AtOnce(Taken taken) -> {
                TakenBody body = taken(taken, form.eventDay());
                yield Answer.created("/filings/" + body.filingId(), body);
            }
            case Outcome.Waits(HeldFiling held) ->
                Answer.accepted("/filings/" + held.id(), held(held, form.eventDay()));
        };
    }

    /** The answer to a filing that took effect. */
    TakenBody taken(Taken taken, @Nullable LocalDate eventDay) {
        shown.members(List.of(taken.member().value()));
        return new TakenBody(
                taken.filing().id(),
                taken.member().value(),
                taken.filing().receivedOn(),
                taken.filing().channel(),
                due(eventDay, taken.filing().receivedOn()));
    }

    private HeldBody held(HeldFiling held, @Nullable LocalDate eventDay) {
        MemberNumber member = held.member();
        shown.members(member == null ? List.of() : List.of(member.value()));
        return new HeldBody(
                held.id(),
                held.state(),
                member == null ? null : member.value(),
                held.receivedOn(),
                held.channel(),
                due(eventDay, held.receivedOn()),
                held.waitsFor().stream().map(WaitingReason::code).toList());
    }

    private @Nullable DueBody due(@Nullable LocalDate eventDay, LocalDate receivedOn) {
        return eventDay == null ? null : DueBody.of(DueDate.of(eventDay, closedDays.calendar()), receivedOn);
    }
}
