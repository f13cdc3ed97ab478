package jp.nenkin.member.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.FilingReturned;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Outbox;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.filing.Filings.Taken;
import jp.nenkin.member.filing.HeldFiling.Decision;
import jp.nenkin.member.filing.HeldFiling.Return;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Turns;
import jp.nenkin.member.name.MyNumber;
import org.jspecify.annotations.Nullable;

/** Decides filings that wait: an officer accepts them or gives them back, their establishment takes them back. */
@ApplicationScoped
class HeldFilings {
    private final HeldFilingTable table;
    private final FilingsByType filings;
    private final Turns turns;
    private final Outbox outbox;
    private final Event<Decided> decided;
    private final ObjectMapper json;
    private final Clock clock;

    HeldFilings(
            HeldFilingTable table,
            FilingsByType filings,
            Turns turns,
            Outbox outbox,
            Event<Decided> decided,
            ObjectMapper json,
            Clock clock) {
        this.table = table;
        this.filings = filings;
        this.turns = turns;
        this.outbox = outbox;
        this.decided = decided;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    Optional<HeldFiling> find(UUID id) {
        return table.find(id);
    }

    /**
     * Files it, as received from whom and when it was; refused with a {@link Problem} by the rules of its type as the
     * records are now, after which it still waits.
     */
    @Transactional
    Taken accept(UUID id, String officer) {
        HeldFiling held = waiting(id);
        Origin origin = new Origin(held.id(), held.filedBy(), held.filedAt(), officer);
        Receipt receipt = new Receipt(held.channel(), held.receivedOn(), LocalDate.now(clock));
        ObjectNode kept = kept(held);
        ReceivedBody body = body(kept, held);
        Taken taken = FilingTable.filedBefore(origin, () -> filings.take(body, receipt, kept));
        decide(held, FilingState.PROCESSED, new Decision(officer, clock.instant(), null), taken.member());
        return taken;
    }

    /** Gives it back; refused with a {@link Problem} if it waits no more or the text may hold a My Number. */
    @Transactional
    HeldFiling giveBack(UUID id, Return reason, String officer) {
        if (MyNumber.isWithin(reason.text())) {
            throw Problem.of(FilingProblem.MY_NUMBER_NOT_TAKEN);
        }
        HeldFiling held = waiting(id);
        decide(held, FilingState.RETURNED, new Decision(officer, clock.instant(), reason), held.member());
        outbox.publish(List.of(new FilingReturned(
                held.id(),
                null,
                held.form().told(),
                held.establishment().value(),
                held.channel(),
                held.receivedOn(),
                List.of(reason.code().code()))));
        return table.find(id).orElseThrow();
    }

    /** Takes it back for who filed it; refused with a {@link Problem} if it waits no more. */
    @Transactional
    HeldFiling withdraw(UUID id, String by) {
        HeldFiling held = waiting(id);
        decide(held, FilingState.WITHDRAWN, new Decision(by, clock.instant(), null), held.member());
        return table.find(id).orElseThrow();
    }

    /** Of two who decide at once the second waits here, before anything is written, and finds it decided. */
    private HeldFiling waiting(UUID id) {
        turns.takeForDecision(id);
        HeldFiling held = table.find(id).orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
        if (held.state() != FilingState.RECEIVED) {
            throw Problem.of(FilingProblem.FILING_NOT_WAITING).with("state", held.state());
        }
        return held;
    }

    private void decide(HeldFiling held, FilingState state, Decision decision, @Nullable MemberNumber member) {
        if (!table.decide(held.id(), state, decision)) {
            throw new IllegalStateException("Decided by somebody else: " + held.id());
        }
        Return reason = decision.reason();
        decided.fire(new Decided(
                held.id(),
                state,
                member,
                reason == null ? null : reason.code(),
                reason == null ? null : reason.text(),
                decision.by()));
    }

    private ObjectNode kept(HeldFiling held) {
        try {
            return json.readValue(held.content(), ObjectNode.class);
        } catch (JsonProcessingException fault) {
            throw unreadable(fault);
        }
    }

    /** What was filed, without where it comes from. */
    private ReceivedBody body(ObjectNode kept, HeldFiling held) {
        try {
            return json.treeToValue(
                    kept.deepCopy().without(FiledForms.DERIVED_FROM),
                    held.form().body());
        } catch (JsonProcessingException fault) {
            throw unreadable(fault);
        }
    }

    /** Its message may quote what was filed. */
    private static IllegalStateException unreadable(JsonProcessingException fault) {
        return new IllegalStateException(
                "A held filing that cannot be read: " + fault.getClass().getName());
    }
}
