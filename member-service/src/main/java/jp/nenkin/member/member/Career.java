package jp.nenkin.member.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.member.establishment.EstablishmentNumber;
import org.jspecify.annotations.Nullable;

/**
 * All periods of one person that are in effect, at whichever establishment, in the order of time; the last may go on.
 */
public record Career(List<Period> periods) {

    public Career {
        periods = List.copyOf(periods);
    }

    /**
     * A period at one establishment, as filed.
     *
     * @param root the filing it first began with, which losses and base salaries are kept under
     * @param filing the enrolment that holds, or the take-over
     * @param bases what the filing said; a later change is not among them
     * @param ending its end, or null while it goes on
     */
    public record Period(
            UUID root,
            EstablishmentNumber establishment,
            LocalDate acquiredOn,
            Filing filing,
            List<PlanBaseSalary> bases,
            @Nullable Ending ending) {

        public Period {
            bases = List.copyOf(bases);
        }

        public boolean isTakenOver() {
            return filing.type() == FilingType.TAKE_OVER;
        }

        /** The same period with another end, or none. */
        public Period ending(@Nullable Ending other) {
            return new Period(root, establishment, acquiredOn, filing, bases, other);
        }

        /**
         * Whether membership goes on in the next period: it begins at another establishment on the very day that this
         * one ends. Source: domain rules, section 4.
         */
        public boolean movesTo(Period next) {
            return isLeftFor(next.establishment, next.acquiredOn);
        }

        private boolean isLeftFor(EstablishmentNumber other, LocalDate day) {
            return ending != null && ending.lostOn().equals(day) && !establishment.equals(other);
        }
    }

    /** The end of a period; it no longer holds on the day itself. */
    public record Ending(LocalDate lostOn, LossCause cause, Filing filing) {}

    /** The latest period; empty for somebody whose enrolments were all cancelled. */
    public Optional<Period> latest() {
        return periods.isEmpty() ? Optional.empty() : Optional.of(periods.getLast());
    }

    /** Whether to begin at an establishment on a day is to go on. */
    public boolean movesTo(EstablishmentNumber other, LocalDate day) {
        return latest().filter(period -> period.isLeftFor(other, day)).isPresent();
    }

    /** Whether any of the periods was at an establishment. */
    public boolean wasAt(EstablishmentNumber establishment) {
        return periods.stream().anyMatch(period -> period.establishment().equals(establishment));
    }

    /** Whether the member has died, as a loss says. */
    public boolean endedByDeath() {
        return periods.stream()
                .anyMatch(period -> period.ending() != null && period.ending().cause() == LossCause.DEATH);
    }

    /** The period that a filing began. */
    public Optional<Period> begunBy(UUID filing) {
        return periods.stream()
                .filter(period -> period.filing().id().equals(filing))
                .findFirst();
    }

    /** The period that a filing ended. */
    public Optional<Period> endedBy(UUID filing) {
        return periods.stream()
                .filter(period ->
                        period.ending() != null && period.ending().filing().id().equals(filing))
                .findFirst();
    }

    /** The period of these that comes before. */
    public Optional<Period> before(Period period) {
        return at(periods.indexOf(period) - 1);
    }

    /** The period of these that comes after. */
    public Optional<Period> after(Period period) {
        return at(periods.indexOf(period) + 1);
    }

    private Optional<Period> at(int index) {
        return index >= 0 && index < periods.size() ? Optional.of(periods.get(index)) : Optional.empty();
    }

    /** With one more period, the latest. */
    public Career plus(Period period) {
        List<Period> more = new ArrayList<>(periods);
        more.add(period);
        return new Career(more);
    }

    /** Without one period. */
    public Career without(Period period) {
        return new Career(periods.stream().filter(each -> !each.equals(period)).toList());
    }

    /** With one period made another. */
    public Career with(Period period, UnaryOperator<Period> change) {
        return new Career(periods.stream()
                .map(each -> each.equals(period) ? change.apply(each) : each)
                .toList());
    }
}
