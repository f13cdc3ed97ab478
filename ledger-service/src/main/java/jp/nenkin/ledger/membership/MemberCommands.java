package jp.nenkin.ledger.membership;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.EstablishmentChanged;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.events.TransferredIn;
import jp.nenkin.ledger.account.AccountCommand;
import jp.nenkin.ledger.account.AccountCommand.Asset;
import jp.nenkin.ledger.account.AccountCommand.ChangeBaseSalary;
import jp.nenkin.ledger.account.AccountCommand.EndMembership;
import jp.nenkin.ledger.account.AccountCommand.Enrol;
import jp.nenkin.ledger.account.AccountCommand.Move;
import jp.nenkin.ledger.account.AccountCommand.OpenForTakeOver;
import jp.nenkin.ledger.account.AccountCommand.ReceiveTransfer;
import jp.nenkin.ledger.account.AccountCommand.Resume;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.Membership;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** What a fact that member-service has told asks of each of the member's accounts. */
final class MemberCommands {
    private MemberCommands() {}

    /** A command and the account it is for. */
    record ForAccount(AccountId account, AccountCommand command) {}

    /** An account for each plan offered; the other accounts of somebody who is back go on. */
    static List<ForAccount> of(MemberEnrolled fact, MemberAccounts accounts) {
        EstablishmentNumber establishment = EstablishmentNumber.parse(fact.establishmentNumber());
        int life = accounts.lifeOfNew();
        Membership membership = accounts.membershipResumed(life, establishment, fact.acquiredOn());
        Map<Plan, Yen> baseSalaries = baseSalaries(fact.baseSalaries());
        List<ForAccount> commands = new ArrayList<>();
        baseSalaries.forEach((plan, base) -> commands.add(new ForAccount(
                AccountId.ordinary(accounts.member(), plan, life),
                new Enrol(membership, fact.acquiredOn(), base, fact.filing()))));
        accounts.ofLife(life).stream()
                .map(AccountState::account)
                .filter(account -> !account.isOrdinary() || !baseSalaries.containsKey(account.plan()))
                .map(account -> new ForAccount(account, new Resume(establishment, fact.acquiredOn(), fact.filing())))
                .forEach(commands::add);
        return commands;
    }

    /** Every open account goes on; a plan that is offered now and was not before gets one. */
    static List<ForAccount> of(EstablishmentChanged fact, MemberAccounts accounts) {
        EstablishmentNumber establishment = EstablishmentNumber.parse(fact.establishmentNumber());
        Map<Plan, Yen> baseSalaries = baseSalaries(fact.baseSalaries());
        List<ForAccount> commands = new ArrayList<>();
        for (AccountState state : accounts.ofMembers()) {
            AccountId account = state.account();
            Yen base = account.isOrdinary() ? baseSalaries.get(account.plan()) : null;
            commands.add(new ForAccount(account, new Move(establishment, fact.movedOn(), base, fact.filing())));
        }
        Optional<Membership> membership = accounts.membership();
        if (membership.isPresent()) {
            Membership there = membership.get().movedTo(establishment).carrying(0);
            baseSalaries.forEach((plan, base) -> {
                AccountId account = AccountId.ordinary(accounts.member(), plan, accounts.life());
                if (!accounts.isOpen(account)) {
                    commands.add(new ForAccount(account, new Enrol(there, fact.movedOn(), base, fact.filing())));
                }
            });
        }
        return commands;
    }

    static List<ForAccount> of(BaseSalaryChanged fact, MemberAccounts accounts) {
        return List.of(new ForAccount(
                AccountId.ordinary(accounts.member(), fact.plan(), accounts.life()),
                new ChangeBaseSalary(
                        fact.effectiveFrom(), new Yen(fact.baseSalary()), fact.filing(), fact.replaces())));
    }

    /** The loss ends every account that has not ended before. */
    static List<ForAccount> of(EligibilityLost fact, MemberAccounts accounts, RightToBenefit right) {
        EndMembership end = new EndMembership(fact.lostOn(), fact.cause(), right.after(fact, accounts), fact.filing());
        return accounts.notEnded().stream()
                .map(state -> new ForAccount(state.account(), end))
                .toList();
    }

    /** A sub-account of its own. */
    static List<ForAccount> of(TransferredIn fact, MemberAccounts accounts) {
        TransferredAsset asset = fact.asset();
        int life = accounts.lifeOfNew();
        @Nullable
        Membership membership =
                accounts.membership().map(member -> member.carrying(0)).orElse(null);
        return List.of(new ForAccount(
                AccountId.transferred(accounts.member(), asset.plan(), life, asset.ordinal()),
                new ReceiveTransfer(
                        membership,
                        new Asset(asset.receivedOn(), new Yen(fact.amount()), asset.source(), asset.creditedMonths()),
                        fact.filing())));
    }

    /** An account for each plan and for each transferred asset, all waiting for their balances. */
    static List<ForAccount> of(MemberTakenOver fact) {
        MemberNumber member = MemberNumber.parse(fact.memberNumber());
        Membership membership = membership(fact);
        List<ForAccount> commands = new ArrayList<>();
        for (PlanBaseSalary base : fact.baseSalaries()) {
            commands.add(new ForAccount(
                    AccountId.ordinary(member, base.plan(), 0),
                    new OpenForTakeOver(membership, new Yen(base.baseSalary()), fact.filing())));
        }
        for (TransferredAsset asset : fact.transferredAssets()) {
            commands.add(new ForAccount(
                    AccountId.transferred(member, asset.plan(), 0, asset.ordinal()),
                    new OpenForTakeOver(membership.carrying(asset.creditedMonths()), null, fact.filing())));
        }
        return commands;
    }

    private static Map<Plan, Yen> baseSalaries(List<PlanBaseSalary> bases) {
        Map<Plan, Yen> byPlan = new EnumMap<>(Plan.class);
        bases.forEach(base -> byPlan.put(base.plan(), new Yen(base.baseSalary())));
        return byPlan;
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
                !fact.transferredAssets().isEmpty(),
                0);
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
