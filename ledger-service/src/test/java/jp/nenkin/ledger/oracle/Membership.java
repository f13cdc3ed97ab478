package jp.nenkin.ledger.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jp.nenkin.ledger.oracle.TrueFacts.Establishment;
import jp.nenkin.ledger.oracle.TrueFacts.Loss;
import jp.nenkin.ledger.oracle.TrueFacts.Period;

/**
 * A membership as it counts: moves do not end it, and age 65 does, filing or not.
 *
 * @param loss at the latest the one at 65, which may lie ahead
 */
record Membership(LocalDate acquiredOn, Loss loss, List<Stint> stints) {
    /** The time at one establishment, and the base salaries that it began with. */
    record Stint(LocalDate from, Establishment at, Map<Plan, Long> bases) {}

    /** The memberships of a person; what is lost and acquired on one day is one. */
    static List<Membership> of(TrueFacts facts, Terms terms) {
        LocalDate ageLimit = FiscalYears.attained(terms.ageLimit(), facts.born());
        List<Membership> memberships = new ArrayList<>();
        for (Period period : facts.periods()) {
            if (period.acquiredOn().isBefore(ageLimit)) {
                Membership next = of(period, ageLimit);
                if (!memberships.isEmpty() && next.continues(memberships.getLast())) {
                    memberships.add(memberships.removeLast().continuedBy(next));
                } else {
                    memberships.add(next);
                }
            }
        }
        return List.copyOf(memberships);
    }

    private static Membership of(Period period, LocalDate ageLimit) {
        List<Stint> stints = new ArrayList<>();
        stints.add(new Stint(period.acquiredOn(), period.at(), period.bases()));
        period.moves().stream()
                .filter(move -> move.on().isBefore(ageLimit))
                .forEach(move -> stints.add(new Stint(move.on(), move.to(), move.bases())));
        Loss loss = period.loss();
        if (loss == null || loss.on().isAfter(ageLimit)) {
            loss = new Loss(ageLimit, Cause.AGE_65);
        }
        return new Membership(period.acquiredOn(), loss, stints);
    }

    private boolean continues(Membership before) {
        return before.loss.on().equals(acquiredOn);
    }

    private Membership continuedBy(Membership next) {
        List<Stint> all = new ArrayList<>(stints);
        all.addAll(next.stints);
        return new Membership(acquiredOn, next.loss, all);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(acquiredOn) && day.isBefore(loss.on());
    }

    /** From the month of acquisition to the month before the month of loss: each whose last day it covers. */
    boolean hasMonth(YearMonth month) {
        return covers(month.atEndOfMonth());
    }

    /** Whether its day of loss has come by a day. */
    boolean hasEndedBy(LocalDate day) {
        return !loss.on().isAfter(day);
    }

    /** The first of the month, or the day of acquisition if that is later. */
    LocalDate postingDay(YearMonth month) {
        LocalDate first = month.atDay(1);
        return acquiredOn.isAfter(first) ? acquiredOn : first;
    }

    /** The month's contribution is the new establishment's. */
    boolean isOffered(Plan plan, YearMonth month) {
        return isOffered(plan, month.atEndOfMonth());
    }

    boolean isOffered(Plan plan, LocalDate day) {
        return stints.stream()
                .filter(stint -> !stint.from().isAfter(day))
                .max(Comparator.comparing(Stint::from))
                .map(stint -> stint.at().offers().contains(plan))
                .orElse(false);
    }

    boolean everOffers(Plan plan) {
        return stints.stream().anyMatch(stint -> stint.at().offers().contains(plan));
    }

    /**
     * The base salary that holds in a month: of this membership's enrolment and moves and of the changes within it, the
     * latest; 0 when the plan has none yet.
     */
    long base(Plan plan, YearMonth month, List<TrueFacts.BaseChange> changes) {
        long base = 0;
        LocalDate since = LocalDate.MIN;
        for (Stint stint : stints) {
            Long first = stint.bases().get(plan);
            if (first != null
                    && !stint.from().isAfter(month.atEndOfMonth())
                    && !stint.from().isBefore(since)) {
                base = first;
                since = stint.from();
            }
        }
        for (TrueFacts.BaseChange change : changes) {
            LocalDate effective = change.effective().atDay(1);
            if (change.plan() == plan
                    && covers(effective)
                    && !change.effective().isAfter(month)
                    && !effective.isBefore(since)) {
                base = change.base();
                since = effective;
            }
        }
        return base;
    }
}
