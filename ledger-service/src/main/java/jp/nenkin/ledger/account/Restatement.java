package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.nenkin.events.Filing;
import jp.nenkin.ledger.account.AccountEvent.AccountRestated;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.ExcessRecorded;
import jp.nenkin.ledger.account.AccountEvent.InterestAdjusted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountEvent.LumpSumPaid;
import jp.nenkin.ledger.account.AccountEvent.TransferAdjusted;
import jp.nenkin.ledger.account.AccountEvent.TransferCredited;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Postings.Posting;
import jp.nenkin.ledger.money.Yen;

/**
 * What leads an account from what was posted to what the facts now known make of it: a month or crediting date without
 * an event gets one, one that has an event gets the difference, and nothing stored is changed.
 *
 * <p>Source: domain rules, sections 2 (filed late) and 6 (corrections). After a payment a shortfall stays as balance to
 * be paid, and an excess is recorded, so that no balance is negative.
 */
public final class Restatement {
    private final Yen rounding;
    private final Filing cause;
    private final List<AccountEvent> events = new ArrayList<>();
    private AccountState state;

    private Restatement(AccountState state, Yen rounding, Filing cause) {
        this.state = state;
        this.rounding = rounding;
        this.cause = cause;
    }

    /** An account as its events made it, or as the facts make it when decided afresh. */
    public record AccountLife(AccountState state, List<AccountEvent> events) {
        public static AccountLife none(AccountState state) {
            return new AccountLife(state, List.of());
        }
    }

    /**
     * The events that lead from one to the other; none when nothing differs.
     *
     * @param posted the account as it stands, with its whole history
     * @param right the same account decided afresh from the facts in effect
     * @param rounding what was paid for the account's plan beyond what was taken out of the plan's accounts
     * @param cause the filing that made the difference
     */
    public static List<AccountEvent> of(AccountLife posted, AccountLife right, Yen rounding, Filing cause) {
        Restatement restatement = new Restatement(posted.state(), rounding, cause);
        if (posted.events().isEmpty()) {
            restatement.begin(right);
        } else {
            restatement.restate(posted, right);
        }
        return restatement.events;
    }

    /** An account that becomes known only now; if its plan has been paid, what it comes to is owed. */
    private void begin(AccountLife right) {
        right.events().stream().filter(event -> !(event instanceof LumpSumPaid)).forEach(this::add);
        if (right.state() instanceof Closed closed) {
            add(new AccountRestated(closed.loss().lostOn(), target(closed, Yen.ZERO), cause));
        }
    }

    private void restate(AccountLife posted, AccountLife right) {
        Postings was = Postings.of(posted.events());
        Postings is = Postings.of(right.events());
        // What was paid beyond what the postings come to now.
        Yen excess = was.paid().minus(is.total()).max(Yen.ZERO);
        Yen change = excess.minus(was.excess());
        if (change.compareTo(Yen.ZERO) > 0) {
            recordExcess(change, excess);
        }
        differences(was, is).forEach(difference -> add(event(difference)));
        if (change.compareTo(Yen.ZERO) < 0) {
            recordExcess(change, excess);
        }
        AccountState target = target(right.state(), excess);
        if (!state.equals(target)) {
            add(new AccountRestated(firstDay(target), target, cause));
        }
    }

    /** The account as one that was paid: also where it never was, and all that was paid for it is too much. */
    private Optional<Closed> paid(AccountState right) {
        AccountState last = right instanceof Unopened ? state : right;
        return last instanceof Closed closed ? Optional.of(closed) : Optional.empty();
    }

    private AccountState target(AccountState right, Yen excess) {
        return paid(right)
                .<AccountState>map(closed -> new Closed(
                        closed.account(), closed.membership(), closed.loss(), state.balance(), excess, rounding))
                .orElse(right);
    }

    private LocalDate firstDay(AccountState target) {
        return switch (target) {
            case AccountState.Opened opened -> opened.accrual().from();
            case AccountState.RatePending pending -> pending.before().accrual().from();
            case Closed closed -> closed.loss().lostOn();
            case Unopened unopened ->
                events.isEmpty() ? cause.receivedOn() : events.getFirst().valueDate();
            case AccountState.AwaitingBalance awaiting -> awaiting.membership().acquiredOn();
        };
    }

    private void recordExcess(Yen change, Yen excess) {
        Closed closed = (Closed) state;
        add(new ExcessRecorded(
                closed.account(),
                closed.loss().lostOn(),
                change,
                excess,
                closed.balance().plus(change),
                cause));
    }

    /** A key's posting as it was and as it is now; at least one of them. */
    private record Difference(Optional<Posting> was, Optional<Posting> is) {
        Yen amount() {
            return amount(is).minus(amount(was));
        }

        private static Yen amount(Optional<Posting> posting) {
            return posting.map(Posting::net).orElse(Yen.ZERO);
        }

        AccountEvent example() {
            return is.or(() -> was).map(Posting::first).orElseThrow();
        }
    }

    /** Increases before decreases, so that no balance in between is negative; each in the order of value dates. */
    private static List<Difference> differences(Postings was, Postings is) {
        Set<Postings.Key> keys = new LinkedHashSet<>(is.keys());
        keys.addAll(was.keys());
        return keys.stream()
                .map(key -> new Difference(was.at(key), is.at(key)))
                .filter(each -> each.was().isEmpty() || !each.amount().isZero())
                .sorted(Comparator.comparing((Difference each) -> each.amount().compareTo(Yen.ZERO) < 0)
                        .thenComparing(each -> each.example().valueDate()))
                .toList();
    }

    private AccountEvent event(Difference difference) {
        AccountEvent example = difference.example();
        Yen amount = difference.amount();
        Yen balance = state.balance().plus(amount);
        boolean afresh = difference.was().isEmpty();
        return switch (example) {
            case ContributionPosted posted -> afresh ? posted.withBalance(balance) : adjusted(posted, difference);
            case InterestCredited credited ->
                afresh
                        ? credited.withBalance(balance)
                        : new InterestAdjusted(
                                credited.account(),
                                credited.creditedOn(),
                                Difference.amount(difference.is()),
                                amount,
                                balance,
                                cause);
            case TransferCredited credited ->
                afresh
                        ? credited.withBalance(balance)
                        : new TransferAdjusted(credited.account(), credited.valueDate(), amount, balance, cause);
            case AccountEvent other -> throw new IllegalStateException(other + " is no posting to correct");
        };
    }

    private ContributionAdjusted adjusted(ContributionPosted posted, Difference difference) {
        Yen amount = difference.amount();
        Yen baseSalary = difference.is().isEmpty() ? Yen.ZERO : posted.baseSalary();
        return new ContributionAdjusted(
                posted.account(),
                posted.month(),
                posted.valueDate(),
                posted.establishment(),
                baseSalary,
                amount,
                state.balance().plus(amount),
                cause);
    }

    private void add(AccountEvent event) {
        state = AccountEvolution.evolve(state, event);
        events.add(event);
    }
}
