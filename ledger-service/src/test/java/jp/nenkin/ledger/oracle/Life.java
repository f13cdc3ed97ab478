package jp.nenkin.ledger.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.nenkin.ledger.oracle.TrueFacts.Deferral;
import jp.nenkin.ledger.oracle.TrueFacts.Loss;
import jp.nenkin.ledger.oracle.TrueFacts.Payment;
import jp.nenkin.ledger.oracle.TrueFacts.Transfer;
import org.jspecify.annotations.Nullable;

/**
 * Periods of one person that are combined, since no benefit was paid between them, and what belongs to them.
 *
 * @param number 0 for the first; each payment begins another, with accounts of its own
 */
record Life(
        int number,
        List<Membership> memberships,
        List<Transfer> transfers,
        List<Absence> absences,
        @Nullable LocalDate paidOn,
        Terms terms) {

    static List<Life> of(TrueFacts facts, Terms terms) {
        List<Life> lives = new ArrayList<>();
        List<Membership> memberships = Membership.of(facts, terms);
        LocalDate after = LocalDate.MIN;
        List<Payment> payments = facts.payments();
        for (int number = 0; number <= payments.size(); number++) {
            LocalDate paidOn = number < payments.size() ? payments.get(number).paidOn() : null;
            lives.add(between(after, paidOn, facts, memberships).life(number, terms));
            after = paidOn == null ? LocalDate.MAX : paidOn;
        }
        return lives;
    }

    private static Share between(
            LocalDate after, @Nullable LocalDate paidOn, TrueFacts facts, List<Membership> memberships) {
        LocalDate until = paidOn == null ? LocalDate.MAX : paidOn;
        return new Share(
                facts.born(),
                paidOn,
                memberships.stream()
                        .filter(membership -> isWithin(membership.acquiredOn(), after, until))
                        .toList(),
                facts.transfers().stream()
                        .filter(transfer -> isWithin(transfer.receivedOn(), after, until))
                        .toList(),
                facts.deferrals().stream()
                        .filter(deferral -> isWithin(deferral.recordedOn(), after, until))
                        .toList());
    }

    private static boolean isWithin(LocalDate day, LocalDate after, LocalDate until) {
        return day.isAfter(after) && !day.isAfter(until);
    }

    /** What of a person's facts belongs to one life. */
    private record Share(
            LocalDate born,
            @Nullable LocalDate paidOn,
            List<Membership> memberships,
            List<Transfer> transfers,
            List<Deferral> deferrals) {

        Life life(int number, Terms terms) {
            List<Absence> absences = new ArrayList<>();
            for (int i = 0; i < memberships.size(); i++) {
                absences.add(absence(i, memberships.get(i).loss(), terms));
            }
            return new Life(number, memberships, transfers, absences, paidOn, terms);
        }

        private Absence absence(int last, Loss loss, Terms terms) {
            LocalDate back =
                    last + 1 < memberships.size() ? memberships.get(last + 1).acquiredOn() : null;
            int months = unionOfCalendarMonths(last);
            int carried = carriedMonths(loss);
            LocalDate oldAge = oldAgeRight(months + carried, loss, terms);
            boolean atLoss = oldAge != null && !oldAge.isAfter(loss.on());
            LocalDate acquiredOn = memberships.get(last).acquiredOn();
            Deferral deferral = deferrals.stream()
                    .filter(each -> !each.recordedOn().isBefore(acquiredOn)
                            && (back == null || each.recordedOn().isBefore(back)))
                    .reduce((first, second) -> second)
                    .orElse(null);
            return new Absence(
                    loss, back, hasRight(months, carried, loss, terms), deferral, atLoss ? null : oldAge, atLoss);
        }

        /** 36 months of membership; with any transferred asset, its months are added and 1 month is enough. */
        private boolean hasRight(int months, int carried, Loss loss, Terms terms) {
            boolean asset = transfers.stream()
                    .anyMatch(transfer -> transfer.receivedOn().isBefore(loss.on()));
            return months + carried >= terms.monthsForRight() || (asset && months >= 1);
        }

        private int carriedMonths(Loss loss) {
            return transfers.stream()
                    .filter(transfer -> transfer.receivedOn().isBefore(loss.on()))
                    .mapToInt(Transfer::creditedMonths)
                    .sum();
        }

        private int unionOfCalendarMonths(int last) {
            Set<YearMonth> months = new HashSet<>();
            for (Membership membership : memberships.subList(0, last + 1)) {
                for (YearMonth month = YearMonth.from(membership.acquiredOn());
                        membership.hasMonth(month);
                        month = month.plusMonths(1)) {
                    months.add(month);
                }
            }
            return months.size();
        }

        /**
         * 120 months and age 60, or 50 on leaving; a merger or a voluntary withdrawal is not leaving, since the person
         * stays with the employer: so the fund's example of one who lost at 59 by merger and has the right at 60.
         */
        private @Nullable LocalDate oldAgeRight(int months, Loss loss, Terms terms) {
            if (months < terms.monthsForOldAge()) {
                return null;
            }
            LocalDate onLeaving = FiscalYears.attained(terms.oldAgeOnLeaving(), born);
            boolean leaves = !loss.cause().makesWait();
            return leaves && !onLeaving.isAfter(loss.on()) ? loss.on() : FiscalYears.attained(terms.oldAge(), born);
        }
    }

    boolean isMember(LocalDate day) {
        return memberships.stream().anyMatch(membership -> membership.covers(day));
    }

    Optional<Absence> absenceOn(LocalDate day) {
        return absences.stream().filter(absence -> absence.covers(day)).findFirst();
    }

    /** Frozen days are those after a loss without a right, for what lay in the fund then. */
    boolean isFrozen(LocalDate day) {
        return absenceOn(day).filter(absence -> !absence.right()).isPresent();
    }

    /** After a loss the rate is capped for those who joined on or after the day, by the earliest acquisition. */
    boolean isCapped(LocalDate day) {
        return !memberships.isEmpty()
                && !memberships.getFirst().acquiredOn().isBefore(terms.capFrom())
                && absenceOn(day).isPresent();
    }

    /** The absence that the person is in, or was in when paid. */
    Optional<Absence> lastAbsence(LocalDate today) {
        return absenceOn(paidOn == null ? today : paidOn);
    }
}
