package jp.nenkin.ledger.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.nenkin.ledger.oracle.Step.CancelLoss;
import jp.nenkin.ledger.oracle.Step.ChangeBase;
import jp.nenkin.ledger.oracle.Step.CorrectEnrolment;
import jp.nenkin.ledger.oracle.Step.CorrectLoss;
import jp.nenkin.ledger.oracle.Step.CorrectTransfer;
import jp.nenkin.ledger.oracle.Step.Defer;
import jp.nenkin.ledger.oracle.Step.EndDeferral;
import jp.nenkin.ledger.oracle.Step.Enrol;
import jp.nenkin.ledger.oracle.Step.Enrolment;
import jp.nenkin.ledger.oracle.Step.Filing;
import jp.nenkin.ledger.oracle.Step.Lose;
import jp.nenkin.ledger.oracle.Step.Pay;
import jp.nenkin.ledger.oracle.Step.TransferIn;
import jp.nenkin.ledger.oracle.TrueFacts.BaseChange;
import jp.nenkin.ledger.oracle.TrueFacts.Deferral;
import jp.nenkin.ledger.oracle.TrueFacts.Loss;
import jp.nenkin.ledger.oracle.TrueFacts.Move;
import jp.nenkin.ledger.oracle.TrueFacts.Payment;
import jp.nenkin.ledger.oracle.TrueFacts.Period;
import jp.nenkin.ledger.oracle.TrueFacts.TakeOver;
import jp.nenkin.ledger.oracle.TrueFacts.Transfer;
import org.jspecify.annotations.Nullable;

/** The facts that an office believes in, given the filings that have arrived so far. */
final class Belief {
    private final List<Enrolment> enrolments = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final List<BaseChange> changes = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final Map<LocalDate, Deferral> deferrals = new TreeMap<>();
    private final List<Payment> payments = new ArrayList<>();
    private @Nullable TakeOver takeOver;

    private Belief() {}

    /**
     * The facts by the filings that no other has replaced.
     *
     * @throws IllegalArgumentException when they contradict each other
     */
    static TrueFacts after(LocalDate born, List<? extends Step> steps) {
        List<Filing> filings = steps.stream()
                .filter(Filing.class::isInstance)
                .map(Filing.class::cast)
                .toList();
        Set<Integer> replaced = new HashSet<>();
        for (Filing filing : filings) {
            Integer former = filing.filed().replaces();
            if (former != null && !replaced.add(former)) {
                throw new IllegalArgumentException("Filing " + former + " is replaced already");
            }
        }
        Belief belief = new Belief();
        filings.stream()
                .filter(filing -> !replaced.contains(filing.filed().id()))
                .forEach(belief::take);
        return belief.facts(born);
    }

    private void take(Filing filing) {
        switch (filing) {
            case Step.TakeOver it -> takeOver(it);
            case Enrol it -> enrolments.add(it.enrolment());
            case CorrectEnrolment it -> enrolments.add(it.enrolment());
            case ChangeBase it -> changes.add(new BaseChange(it.plan(), it.effective(), it.base()));
            case Step.Move it -> moves.add(it.move());
            case Lose it -> losses.add(new Loss(it.lostOn(), it.cause()));
            case CorrectLoss it -> losses.add(new Loss(it.lostOn(), it.cause()));
            case CancelLoss it -> {}
            case TransferIn it -> transfers.add(it.transfer());
            case CorrectTransfer it -> transfers.add(it.transfer());
            case Defer it -> {
                LocalDate receivedOn = it.filed().receivedOn();
                deferrals.put(receivedOn, new Deferral(receivedOn, it.until()));
            }
            case Step.CancelDeferral it -> {}
            case EndDeferral it -> end(it);
            case Pay it -> payments.add(new Payment(it.paidOn()));
        }
    }

    private void takeOver(Step.TakeOver step) {
        takeOver = step.balances();
        enrolments.add(step.enrolment());
        transfers.addAll(step.assets());
    }

    /** The end of the deferral that was recorded last. */
    private void end(EndDeferral step) {
        if (deferrals.isEmpty()) {
            throw new IllegalArgumentException("No deferral to end");
        }
        LocalDate recordedOn =
                deferrals.keySet().stream().reduce((first, second) -> second).orElseThrow();
        deferrals.put(recordedOn, new Deferral(recordedOn, step.endedOn()));
    }

    private TrueFacts facts(LocalDate born) {
        TreeMap<LocalDate, Enrolment> beginnings = new TreeMap<>();
        enrolments.forEach(enrolment -> beginnings.put(enrolment.acquiredOn(), enrolment));
        if (beginnings.size() < enrolments.size()) {
            throw new IllegalArgumentException("Two enrolments on one day");
        }
        List<Period> periods = new ArrayList<>();
        for (Enrolment beginning : beginnings.values()) {
            LocalDate next = beginnings.higherKey(beginning.acquiredOn());
            periods.add(period(beginning, next == null ? LocalDate.MAX : next));
        }
        long within =
                periods.stream().mapToLong(period -> period.moves().size()).sum();
        if (within < moves.size()
                || periods.stream().filter(period -> period.loss() != null).count() < losses.size()) {
            throw new IllegalArgumentException("A loss or a move of no membership");
        }
        return new TrueFacts(born, takeOver, periods, changes, transfers, List.copyOf(deferrals.values()), payments);
    }

    private Period period(Enrolment beginning, LocalDate next) {
        LocalDate acquiredOn = beginning.acquiredOn();
        List<Loss> ends = losses.stream()
                .filter(loss -> !loss.on().isBefore(acquiredOn) && loss.on().isBefore(next))
                .toList();
        List<Move> within = moves.stream()
                .filter(move -> move.on().isAfter(acquiredOn) && move.on().isBefore(next))
                .toList();
        return new Period(
                acquiredOn, beginning.at(), beginning.bases(), within, ends.isEmpty() ? null : ends.getFirst());
    }
}
