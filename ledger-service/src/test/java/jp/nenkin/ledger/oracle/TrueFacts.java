package jp.nenkin.ledger.oracle;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is true of one person: memberships, base salaries, transferred assets, deferrals, payments.
 *
 * @param takeOver the balances of a former system; what lies on or before their day is in them
 */
record TrueFacts(
        LocalDate born,
        @Nullable TakeOver takeOver,
        List<Period> periods,
        List<BaseChange> baseChanges,
        List<Transfer> transfers,
        List<Deferral> deferrals,
        List<Payment> payments) {

    /** An employer's site and the plans that it offers. */
    record Establishment(String name, Set<Plan> offers) {
        Establishment {
            offers = Set.copyOf(offers);
        }
    }

    /**
     * One membership at the fund, from its acquisition until the day of loss, which is the first day without it.
     *
     * @param bases the first base salaries, which come with the enrolment
     */
    record Period(
            LocalDate acquiredOn,
            Establishment at,
            Map<Plan, Long> bases,
            List<Move> moves,
            @Nullable Loss loss) {
        Period {
            bases = Map.copyOf(bases);
            moves = sorted(moves, Comparator.comparing(Move::on));
            LocalDate acquired = acquiredOn;
            check(loss == null || !loss.on().isBefore(acquired), "A loss lies before its acquisition");
            check(moves.stream().allMatch(move -> move.on().isAfter(acquired)), "A move lies before the acquisition");
            check(
                    loss == null || moves.stream().allMatch(move -> move.on().isBefore(loss.on())),
                    "A move lies after the loss");
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(acquiredOn) && (loss == null || day.isBefore(loss.on()));
        }
    }

    /** Loss and acquisition on one day, by which membership goes on; a base for each plan that is offered there. */
    record Move(LocalDate on, Establishment to, Map<Plan, Long> bases) {
        Move {
            bases = Map.copyOf(bases);
        }
    }

    /** The first day without membership, and why. */
    record Loss(LocalDate on, Cause cause) {}

    /** The base salary of 1 April or 1 October, where it differs from the one before. */
    record BaseChange(Plan plan, YearMonth effective, long base) {
        BaseChange {
            check(
                    EnumSet.of(Month.APRIL, Month.OCTOBER).contains(effective.getMonth()),
                    "A base salary changes on 1 April or 1 October");
            check(plan.contribution(base) > 0, "A base salary gives a contribution");
        }
    }

    /** An asset brought from another plan, and the months that it carries; sub-accounts count from 1 within a plan. */
    record Transfer(Plan plan, int subAccount, long amount, LocalDate receivedOn, int creditedMonths) {
        Transfer {
            check(subAccount > 0 && amount > 0 && creditedMonths >= 0, "An asset has an account, yen and months");
        }
    }

    /**
     * A deferral counts from the loss before it, or from the one that ends the membership of its day, until its end if
     * that is known.
     */
    record Deferral(LocalDate recordedOn, @Nullable LocalDate end) {}

    /** The day a lump sum was paid, which closes all accounts that there are. */
    record Payment(LocalDate paidOn) {}

    /** Balances right after the former system's last crediting. */
    record TakeOver(LocalDate creditedOn, List<Balance> balances) {
        TakeOver {
            balances = List.copyOf(balances);
            check(
                    creditedOn.equals(FiscalYears.lastDay(FiscalYears.of(creditedOn))),
                    "A former system's last crediting is a 31 March");
        }
    }

    /** The balance taken over into one account; sub-account 0 is the plan's ordinary one. */
    record Balance(Plan plan, int subAccount, long amount) {}

    /**
     * Facts in the order of their days.
     *
     * @throws IllegalArgumentException when they contradict each other, as an office would refuse them
     */
    TrueFacts {
        periods = sorted(periods, Comparator.comparing(Period::acquiredOn));
        baseChanges =
                sorted(baseChanges, Comparator.comparing(BaseChange::effective).thenComparing(BaseChange::plan));
        transfers = sorted(transfers, Comparator.comparing(Transfer::plan).thenComparingInt(Transfer::subAccount));
        deferrals = sorted(deferrals, Comparator.comparing(Deferral::recordedOn));
        payments = sorted(payments, Comparator.comparing(Payment::paidOn));
        checkOrder(periods);
        List<Period> known = periods;
        for (BaseChange change : baseChanges) {
            check(isMember(known, change.effective().atDay(1)), "A base salary changes during membership");
        }
        for (Deferral deferral : deferrals) {
            check(
                    isAway(known, deferral.recordedOn()) || isBeforeALoss(known, deferral.recordedOn()),
                    "A deferral comes with a loss");
        }
        for (Payment payment : payments) {
            check(isAway(known, payment.paidOn()), "A payment follows a loss");
        }
    }

    boolean isMember(LocalDate day) {
        return isMember(periods, day);
    }

    Stream<Loss> losses() {
        return periods.stream().map(Period::loss).flatMap(Stream::ofNullable);
    }

    private static void checkOrder(List<Period> periods) {
        for (int i = 1; i < periods.size(); i++) {
            Loss before = periods.get(i - 1).loss();
            check(
                    before != null && !before.on().isAfter(periods.get(i).acquiredOn()),
                    "A membership begins before the one before it has ended");
        }
    }

    private static boolean isMember(List<Period> periods, LocalDate day) {
        return periods.stream().anyMatch(period -> period.covers(day));
    }

    private static boolean isBeforeALoss(List<Period> periods, LocalDate day) {
        return periods.stream().anyMatch(period -> period.covers(day) && period.loss() != null);
    }

    private static boolean isAway(List<Period> periods, LocalDate day) {
        return !isMember(periods, day)
                && periods.stream().anyMatch(period -> period.acquiredOn().isBefore(day));
    }

    private static <T> List<T> sorted(List<T> facts, Comparator<T> order) {
        return facts.stream().sorted(order).toList();
    }

    private static void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
