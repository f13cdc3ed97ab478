package jp.nenkin.ledger.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.nenkin.events.Filing;
import jp.nenkin.ledger.account.AccountCommand;
import jp.nenkin.ledger.account.AccountCommand.CatchUp;
import jp.nenkin.ledger.account.AccountCommand.ChangeBaseSalary;
import jp.nenkin.ledger.account.AccountCommand.EndMembership;
import jp.nenkin.ledger.account.AccountCommand.Enrol;
import jp.nenkin.ledger.account.AccountCommand.OpenForTakeOver;
import jp.nenkin.ledger.account.AccountCommand.Resume;
import jp.nenkin.ledger.account.AccountCommand.TakeOverBalance;
import jp.nenkin.ledger.account.AccountDecider;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvent.AccountOpened;
import jp.nenkin.ledger.account.AccountEvent.BalanceTakenOver;
import jp.nenkin.ledger.account.AccountEvent.BaseSalaryRecorded;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountEvent.MembershipEnded;
import jp.nenkin.ledger.account.AccountEvent.MembershipResumed;
import jp.nenkin.ledger.account.AccountEvolution;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.Decision;
import jp.nenkin.ledger.account.Membership;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** What an account's figures follow from, and the figures that the rules make of it. */
final class AccountFacts {
    private AccountFacts() {}

    /**
     * The account as some of its facts alone would have made it.
     *
     * @param refused facts that cannot be without one that was left out
     */
    record Recomputed(AccountState state, List<AccountEvent> events, List<AccountEvent> refused) {}

    /** The filing a fact rests on; a balance of a former system rests on none. */
    static Optional<Filing> filing(AccountEvent fact) {
        return switch (fact) {
            case AccountOpened opened -> Optional.of(opened.filing());
            case BalanceTakenOver takenOver -> Optional.empty();
            case BaseSalaryRecorded recorded -> Optional.of(recorded.filing());
            case MembershipEnded ended -> Optional.of(ended.filing());
            case MembershipResumed resumed -> Optional.of(resumed.filing());
            case ContributionPosted posted -> throw follows(posted);
            case ContributionAdjusted adjusted -> throw follows(adjusted);
            case InterestCredited credited -> throw follows(credited);
        };
    }

    /**
     * Decides facts afresh: first all of them with nothing posted, then everything up to the books.
     *
     * @throws IllegalStateException when the books cannot be reached, as when a year's rate is missing
     */
    static Recomputed recompute(AccountId account, List<AccountEvent> facts, Books books) {
        Books unposted = new Books(null, null, books.rates(), books.terms());
        List<AccountEvent> refused = new ArrayList<>();
        Made made = new Made(new Unopened(account), List.of());
        for (AccountEvent fact : facts) {
            switch (AccountDecider.decide(made.state(), command(fact), unposted)) {
                case Decision.Accepted accepted -> made = made.with(accepted);
                case Decision.Refused cannotBe -> refused.add(fact);
            }
        }
        if (made.state() instanceof AccountState.Opened) {
            made = caughtUp(made, books);
        }
        return new Recomputed(made.state(), made.events(), refused);
    }

    private static Made caughtUp(Made made, Books books) {
        return switch (AccountDecider.decide(made.state(), new CatchUp(), books)) {
            case Decision.Accepted accepted -> made.with(accepted);
            case Decision.Refused refused ->
                throw new IllegalStateException(
                        "account " + made.state().account() + ", computed again: " + refused.detail());
        };
    }

    /** What has been made of the facts so far. */
    private record Made(AccountState state, List<AccountEvent> events) {
        Made with(Decision.Accepted accepted) {
            AccountState after = state;
            List<AccountEvent> all = new ArrayList<>(events);
            for (AccountEvent event : accepted.events()) {
                after = AccountEvolution.evolve(after, event);
                all.add(event);
            }
            return new Made(after, all);
        }
    }

    private static AccountCommand command(AccountEvent fact) {
        return switch (fact) {
            case AccountOpened opened -> command(opened);
            case BalanceTakenOver takenOver -> new TakeOverBalance(takenOver.creditedOn(), takenOver.amount());
            case BaseSalaryRecorded recorded ->
                new ChangeBaseSalary(
                        recorded.effectiveFrom(), recorded.baseSalary(), recorded.filing(), recorded.replaces());
            case MembershipEnded ended -> new EndMembership(ended.lostOn(), ended.cause(), ended.filing());
            case MembershipResumed resumed -> resume(resumed.membership(), resumed.baseSalary(), resumed.filing());
            case ContributionPosted posted -> throw follows(posted);
            case ContributionAdjusted adjusted -> throw follows(adjusted);
            case InterestCredited credited -> throw follows(credited);
        };
    }

    private static AccountCommand command(AccountOpened opened) {
        return opened.takeOver()
                ? new OpenForTakeOver(
                        opened.membership(), opened.baseSalary(), opened.creditedMonths(), opened.filing())
                : resume(opened.membership(), opened.baseSalary(), opened.filing());
    }

    private static AccountCommand resume(Membership membership, @Nullable Yen baseSalary, Filing filing) {
        return baseSalary == null
                ? new Resume(membership.establishment(), membership.acquiredOn(), filing)
                : new Enrol(membership.establishment(), membership.acquiredOn(), baseSalary, filing);
    }

    private static IllegalStateException follows(AccountEvent event) {
        return new IllegalStateException(event + " is no fact but follows from facts");
    }
}
