package jp.nenkin.ledger.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.explain.Figures.AccountExplanation;
import jp.nenkin.ledger.explain.Figures.LumpSumFigures;
import jp.nenkin.ledger.explain.Figures.Movement;
import jp.nenkin.ledger.explain.PostedAccount.Posted;
import jp.nenkin.ledger.explain.Walk.Walked;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/**
 * Why an account's balance is what it is: its true life, decided afresh from the facts on record, and for every posting
 * of that life the events of the ledger that come to it.
 *
 * <p>Source: domain rules, section 3. Where the two are not the same it is a fault, never an explanation.
 */
final class Explanation {
    private final PostedAccount posted;
    private final List<AccountEvent> life;
    private final Parts parts;

    /**
     * Of an account.
     *
     * @param life its true events; none where every fact about it was taken back
     */
    Explanation(List<AccountEvent> life, Parts parts) {
        this.posted = parts.posted();
        this.life = life;
        this.parts = parts;
    }

    /** What an amount should be, and from which day. */
    private record Due(LocalDate on, Yen yen) {
        Due plus(Due other) {
            return new Due(on, yen.plus(other.yen));
        }

        Yen upTo(LocalDate day) {
            return on.isAfter(day) ? Yen.ZERO : yen;
        }
    }

    /**
     * The balance of a day.
     *
     * @throws DoesNotAddUp when what is posted is not what is explained
     */
    AccountExplanation asOf(LocalDate day, @Nullable Instant knownAt, List<LumpSumFigures> lumpSums) {
        Map<Purpose, Due> due = due();
        requirePosted(due);
        Walked walked = Walk.through(life, day);
        List<Movement> benefits = benefits(day);
        List<Movement> otherwiseDated = otherwiseDated(due, day);
        Yen balance = posted.balance(day);
        Yen explained = walked.balance().plus(sum(benefits)).plus(sum(otherwiseDated));
        if (!explained.equals(balance)) {
            throw new DoesNotAddUp(
                    posted.account(),
                    "the balance of " + day + " is " + balance.amount() + " and not " + explained.amount());
        }
        AccountId account = posted.account();
        return new AccountExplanation(
                account.member().toString(),
                account.plan(),
                account.ordinal(),
                day,
                knownAt,
                balance.amount(),
                Wordings.FORMULA,
                walked.credits().stream().map(parts::of).toList(),
                parts.opening(walked.opening()),
                walked.since().stream().map(parts::movement).toList(),
                benefits,
                otherwiseDated,
                takenBack(due, day),
                lumpSums);
    }

    private static Yen sum(List<Movement> movements) {
        return new Yen(movements.stream().mapToLong(Movement::amount).sum());
    }

    private Map<Purpose, Due> due() {
        Map<Purpose, Due> due = new LinkedHashMap<>();
        for (AccountEvent event : life) {
            Purpose.of(event)
                    .filter(purpose -> !(purpose instanceof Purpose.Benefit))
                    .ifPresent(purpose -> due.merge(purpose, new Due(event.valueDate(), event.amount()), Due::plus));
        }
        return due;
    }

    /** Everything that is due is posted, in all to the yen, and nothing else is. */
    private void requirePosted(Map<Purpose, Due> due) {
        for (Purpose purpose : purposes(due)) {
            List<Posted> events = posted.of(purpose);
            Due one = due.get(purpose);
            Yen right = one == null ? Yen.ZERO : one.yen();
            if (events.isEmpty() || !PostedAccount.sum(events).equals(right)) {
                throw new DoesNotAddUp(
                        posted.account(),
                        "%s is posted with %d and should be %d"
                                .formatted(purpose, PostedAccount.sum(events).amount(), right.amount()));
            }
        }
    }

    private Set<Purpose> purposes(Map<Purpose, Due> due) {
        Set<Purpose> purposes = new LinkedHashSet<>(due.keySet());
        posted.purposes().stream()
                .filter(purpose -> !(purpose instanceof Purpose.Benefit))
                .forEach(purposes::add);
        return purposes;
    }

    private List<Movement> benefits(LocalDate day) {
        List<Movement> benefits = new ArrayList<>();
        for (Posted each : posted.events()) {
            if (each.purpose() instanceof Purpose.Benefit benefit
                    && !each.valueDate().isAfter(day)) {
                benefits.add(movement(benefit, each.amount(), List.of(each)));
            }
        }
        return benefits;
    }

    /** A correction can move the day from which a posting counts without changing its amount. */
    private List<Movement> otherwiseDated(Map<Purpose, Due> due, LocalDate day) {
        List<Movement> found = new ArrayList<>();
        for (Purpose purpose : purposes(due)) {
            List<Posted> events = posted.of(purpose);
            Yen dated = PostedAccount.sum(events.stream()
                    .filter(each -> !each.valueDate().isAfter(day))
                    .toList());
            Due one = due.get(purpose);
            Yen difference = dated.minus(one == null ? Yen.ZERO : one.upTo(day));
            if (!difference.isZero()) {
                found.add(movement(purpose, difference, events));
            }
        }
        return found;
    }

    private List<Movement> takenBack(Map<Purpose, Due> due, LocalDate day) {
        return purposes(due).stream()
                .filter(purpose -> !due.containsKey(purpose))
                .map(purpose -> movement(purpose, Yen.ZERO, posted.of(purpose)))
                .filter(movement -> movement.events().stream()
                        .anyMatch(event -> !event.valueDate().isAfter(day)))
                .sorted(Comparator.comparing(
                        movement -> movement.events().getFirst().valueDate()))
                .toList();
    }

    private static Movement movement(Purpose purpose, Yen amount, List<Posted> events) {
        return new Movement(
                purpose.subject(), amount.amount(), events.getFirst().valueDate(), null, PostedAccount.answers(events));
    }
}
