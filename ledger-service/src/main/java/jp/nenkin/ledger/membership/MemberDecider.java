package jp.nenkin.ledger.membership;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.EstablishmentChanged;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.MonthClosed;
import jp.nenkin.events.TransferredIn;
import jp.nenkin.ledger.account.AccountCommand.CatchUp;
import jp.nenkin.ledger.account.AccountCommand.TakeOverBalance;
import jp.nenkin.ledger.account.AccountDecider;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.Earning;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.Decision;
import jp.nenkin.ledger.account.Decision.Accepted;
import jp.nenkin.ledger.account.Refusal;
import jp.nenkin.ledger.membership.MemberCommands.ForAccount;
import jp.nenkin.ledger.membership.MemberFact.Balance;
import jp.nenkin.ledger.membership.MemberFact.Deferral;
import jp.nenkin.ledger.membership.MemberFact.DeferralCancelled;
import jp.nenkin.ledger.membership.MemberFact.DeferralEnd;
import jp.nenkin.ledger.membership.MemberFact.Payment;
import jp.nenkin.ledger.membership.MemberFact.Recovery;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.money.AccountId;

/** What a fact about a member does to all of the member's accounts: everything, or nothing. */
public final class MemberDecider {
    private MemberDecider() {}

    /** The answer for all accounts together. */
    public sealed interface Outcome {
        /** The events of each account, in order. */
        record Changes(List<Change> changes) implements Outcome {
            public Changes {
                changes = List.copyOf(changes);
            }
        }

        /** It changes what lies behind the accounts as they stand: {@link Correction} decides it. */
        record Retroactive() implements Outcome {}

        /** The rule that one account refuses with. */
        record Refused(Refusal refusal, String detail) implements Outcome {}
    }

    /** What happens to one account. */
    public record Change(AccountId account, List<AccountEvent> events) {}

    /**
     * Decides a fact from the accounts as they stand, without effect. What came back concerns what was paid and nothing
     * besides, so it waits for no rate.
     */
    public static Outcome decide(MemberFact fact, MemberAccounts accounts, Books books, RightToBenefit right) {
        boolean behind = fact.replaces().isPresent()
                || accounts.awaitRate()
                || isBack(fact, accounts)
                || isOfTheTimeBefore(fact, accounts)
                || isOfAMonthThatBegan(fact, accounts);
        return behind && !(fact instanceof Recovery)
                ? new Outcome.Retroactive()
                : decideForward(fact, accounts, books, right);
    }

    /** For somebody who is back, base salaries may be on record that were filed before the loss was known. */
    private static boolean isBack(MemberFact fact, MemberAccounts accounts) {
        return fact instanceof Told told && told.event() instanceof MemberEnrolled && !accounts.isEmpty();
    }

    /** Decides a fact that is the latest of those in effect. */
    static Outcome decideForward(MemberFact fact, MemberAccounts accounts, Books books, RightToBenefit right) {
        List<ForAccount> commands = commands(fact, accounts, right);
        if (commands.isEmpty()) {
            return accounts.isEmpty()
                    ? new Outcome.Refused(Refusal.ACCOUNT_NOT_OPEN, "the member has no account")
                    : new Outcome.Refused(Refusal.MEMBERSHIP_ALREADY_ENDED, "all accounts of the member have ended");
        }
        List<Change> changes = new ArrayList<>();
        for (ForAccount each : commands) {
            switch (AccountDecider.decide(accounts.of(each.account()), each.command(), books)) {
                case Accepted accepted -> changes.add(new Change(each.account(), accepted.events()));
                case Decision.Retroactive retroactive -> {
                    return new Outcome.Retroactive();
                }
                case Decision.Refused refused -> {
                    return new Outcome.Refused(refused.refusal(), refused.detail());
                }
            }
        }
        return new Outcome.Changes(changes);
    }

    /** What becomes of accounts whose last day of a deferral or waiting has come by the books' day. */
    static List<Change> ends(MemberAccounts accounts, Books books) {
        List<Change> changes = new ArrayList<>();
        for (AccountState state : accounts.ofLife(accounts.life())) {
            if (state instanceof Earning earning && books.hasCome(earning.until())) {
                Accepted accepted = (Accepted) AccountDecider.decide(earning, new CatchUp(), books);
                changes.add(new Change(earning.account(), accepted.events()));
            }
        }
        return changes;
    }

    /** Of two base salaries that begin in a month, the day decides. */
    private static boolean isOfAMonthThatBegan(MemberFact fact, MemberAccounts accounts) {
        return fact instanceof Told(BaseSalaryChanged changed)
                && accounts.of(AccountId.ordinary(accounts.member(), changed.plan(), accounts.life()))
                        instanceof Active account
                && account.contributions().baseSalaries().begins(YearMonth.from(changed.effectiveFrom()));
    }

    /** Before the present membership or a loss the accounts were not what they are now. */
    private static boolean isOfTheTimeBefore(MemberFact fact, MemberAccounts accounts) {
        return fact instanceof Told
                && accounts.lastTurn().filter(fact.effectiveOn()::isBefore).isPresent();
    }

    private static List<ForAccount> commands(MemberFact fact, MemberAccounts accounts, RightToBenefit right) {
        return switch (fact) {
            case Told told ->
                switch (told.event()) {
                    case MemberEnrolled enrolled -> MemberCommands.of(enrolled, accounts);
                    case BaseSalaryChanged changed -> MemberCommands.of(changed, accounts);
                    case EligibilityLost lost -> MemberCommands.of(lost, accounts, right);
                    case MemberTakenOver takenOver -> MemberCommands.of(takenOver);
                    case EstablishmentChanged changed -> MemberCommands.of(changed, accounts);
                    case TransferredIn transferred -> MemberCommands.of(transferred, accounts);
                    case FilingCancelled cancelled ->
                        throw new IllegalArgumentException(cancelled + " is decided as a correction");
                    case MonthClosed closed -> throw new IllegalArgumentException(closed + " is about no member");
                };
            case Balance balance ->
                List.of(new ForAccount(
                        balance.account(), new TakeOverBalance(balance.creditedOn(), balance.balance())));
            case Deferral deferral -> BenefitCommands.of(deferral, accounts, right);
            case DeferralEnd end -> BenefitCommands.of(end, accounts);
            case DeferralCancelled cancelled ->
                throw new IllegalArgumentException(cancelled + " is decided as a correction");
            case Payment payment -> BenefitCommands.of(payment, accounts, right.terms());
            case Recovery recovery -> BenefitCommands.of(recovery, accounts);
        };
    }
}
