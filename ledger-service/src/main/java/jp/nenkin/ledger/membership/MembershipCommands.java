package jp.nenkin.ledger.membership;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.ledger.account.AccountCommand;
import jp.nenkin.ledger.account.AccountCommand.ChangeBaseSalary;
import jp.nenkin.ledger.account.AccountCommand.EndMembership;
import jp.nenkin.ledger.account.AccountCommand.Enrol;
import jp.nenkin.ledger.account.AccountCommand.OpenForTakeOver;
import jp.nenkin.ledger.account.AccountCommand.Resume;
import jp.nenkin.ledger.account.Membership;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;

/** What a fact about a member asks of each of the member's accounts. */
final class MembershipCommands {
    private MembershipCommands() {}

    /** A command and the account it is for. */
    record ForAccount(AccountId account, AccountCommand command) {}

    /** An account for each plan; sub-accounts of somebody who is back go on. */
    static List<ForAccount> of(MemberEnrolled fact, Collection<AccountId> existing) {
        MemberNumber member = MemberNumber.parse(fact.memberNumber());
        EstablishmentNumber establishment = EstablishmentNumber.parse(fact.establishmentNumber());
        List<ForAccount> commands = new ArrayList<>();
        for (PlanBaseSalary base : fact.baseSalaries()) {
            commands.add(new ForAccount(
                    new AccountId(member, base.plan(), 0),
                    new Enrol(establishment, fact.acquiredOn(), new Yen(base.baseSalary()), fact.filing())));
        }
        existing.stream()
                .filter(account -> !account.isOrdinary())
                .map(account -> new ForAccount(account, new Resume(establishment, fact.acquiredOn(), fact.filing())))
                .forEach(commands::add);
        return commands;
    }

    static List<ForAccount> of(BaseSalaryChanged fact) {
        AccountId account = new AccountId(MemberNumber.parse(fact.memberNumber()), fact.plan(), 0);
        return List.of(new ForAccount(
                account,
                new ChangeBaseSalary(
                        fact.effectiveFrom(), new Yen(fact.baseSalary()), fact.filing(), fact.replaces())));
    }

    /** The loss ends every account that has not ended before. */
    static List<ForAccount> of(EligibilityLost fact, Collection<AccountId> notEnded) {
        EndMembership end = new EndMembership(fact.lostOn(), fact.cause(), fact.filing());
        return notEnded.stream().map(account -> new ForAccount(account, end)).toList();
    }

    /** An account for each plan and for each transferred asset, all waiting for their balances. */
    static List<ForAccount> of(MemberTakenOver fact) {
        MemberNumber member = MemberNumber.parse(fact.memberNumber());
        Membership membership = membership(fact);
        List<ForAccount> commands = new ArrayList<>();
        for (PlanBaseSalary base : fact.baseSalaries()) {
            commands.add(new ForAccount(
                    new AccountId(member, base.plan(), 0),
                    new OpenForTakeOver(membership, new Yen(base.baseSalary()), 0, fact.filing())));
        }
        for (TransferredAsset asset : fact.transferredAssets()) {
            commands.add(new ForAccount(
                    new AccountId(member, asset.plan(), asset.ordinal()),
                    new OpenForTakeOver(membership, null, asset.creditedMonths(), fact.filing())));
        }
        return commands;
    }

    private static Membership membership(MemberTakenOver fact) {
        LocalDate joinedOn = fact.earlierPeriods().stream()
                .map(MembershipPeriod::acquiredOn)
                .reduce(fact.acquiredOn(), (earlier, day) -> day.isBefore(earlier) ? day : earlier);
        return new Membership(
                EstablishmentNumber.parse(fact.establishmentNumber()),
                fact.acquiredOn(),
                joinedOn,
                earlierMonths(fact),
                !fact.transferredAssets().isEmpty());
    }

    /** Months are the union of calendar months of all periods; those of the current one are counted by itself. */
    private static int earlierMonths(MemberTakenOver fact) {
        Set<YearMonth> months = new HashSet<>();
        for (MembershipPeriod period : fact.earlierPeriods()) {
            YearMonth lost = YearMonth.from(period.lostOn());
            for (YearMonth month = YearMonth.from(period.acquiredOn());
                    month.isBefore(lost);
                    month = month.plusMonths(1)) {
                months.add(month);
            }
        }
        YearMonth current = YearMonth.from(fact.acquiredOn());
        return (int) months.stream().filter(month -> month.isBefore(current)).count();
    }
}
