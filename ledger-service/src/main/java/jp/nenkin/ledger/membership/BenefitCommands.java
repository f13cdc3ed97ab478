package jp.nenkin.ledger.membership;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.account.AccountCommand.Defer;
import jp.nenkin.ledger.account.AccountCommand.EndDeferral;
import jp.nenkin.ledger.account.AccountCommand.Pay;
import jp.nenkin.ledger.account.AccountCommand.Recover;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Deferred;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.Waiting;
import jp.nenkin.ledger.account.PlanBalances;
import jp.nenkin.ledger.account.PlanTerms;
import jp.nenkin.ledger.membership.MemberCommands.ForAccount;
import jp.nenkin.ledger.membership.MemberFact.Deferral;
import jp.nenkin.ledger.membership.MemberFact.DeferralEnd;
import jp.nenkin.ledger.membership.MemberFact.Payment;
import jp.nenkin.ledger.membership.MemberFact.Recovery;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.Yen;

/** What a choice or payment of the benefit asks of each of the member's accounts. */
final class BenefitCommands {
    private BenefitCommands() {}

    static List<ForAccount> of(Deferral deferral, MemberAccounts accounts, RightToBenefit right) {
        return accounts.ofLife(accounts.life()).stream()
                .flatMap(state -> MemberAccounts.opened(state).stream())
                .filter(Payable.class::isInstance)
                .map(Payable.class::cast)
                .map(payable -> new ForAccount(
                        payable.account(),
                        new Defer(
                                right.deferredUntil(
                                        deferral.until(),
                                        payable.membership(),
                                        payable.loss(),
                                        accounts.creditedMonths()),
                                deferral.application())))
                .toList();
    }

    /** An asset that came before its member joined is not asked for with the others: it goes on waiting. */
    static List<ForAccount> of(DeferralEnd end, MemberAccounts accounts) {
        return accounts.ofLife(accounts.life()).stream()
                .filter(state -> MemberAccounts.opened(state)
                        .filter(each -> each instanceof Deferred || each instanceof Waiting)
                        .isPresent())
                .map(state -> new ForAccount(state.account(), new EndDeferral(end.endedOn())))
                .toList();
    }

    /** What came back is first what was taken out of the accounts too much, and then what was rounded up. */
    static List<ForAccount> of(Recovery recovery, MemberAccounts accounts) {
        List<AccountState> states = accounts.ofLife(recovery.life()).stream()
                .filter(state -> state.account().plan() == recovery.plan())
                .sorted(Comparator.comparing(AccountState::account, AccountId.IN_ORDER))
                .toList();
        Map<AccountId, Yen> recovered = new LinkedHashMap<>();
        Yen rest = recovery.amount();
        for (AccountState state : states) {
            Yen excess = state instanceof Closed closed ? closed.excess() : Yen.ZERO;
            Yen part = excess.min(rest);
            recovered.put(state.account(), part);
            rest = rest.minus(part);
        }
        Yen rounding = rest;
        return recovered.entrySet().stream()
                .map(each -> new ForAccount(
                        each.getKey(),
                        new Recover(
                                recovery.recoveredOn(),
                                recovery.decisionId(),
                                each.getValue(),
                                rounding,
                                recovery.amount())))
                .toList();
    }

    /** The plan's accounts together are rounded up; each is brought to 0. */
    static List<ForAccount> of(Payment payment, MemberAccounts accounts, PlanTerms terms) {
        List<ForAccount> commands = new ArrayList<>();
        for (Plan plan : payment.plans()) {
            List<AccountState> states = accounts.ofLife(payment.life()).stream()
                    .filter(state -> state.account().plan() == plan)
                    .toList();
            PlanBalances plans = PlanBalances.of(states);
            Yen rounding = plans.payable(terms).minus(plans.balance());
            states.forEach(state -> commands.add(new ForAccount(
                    state.account(), new Pay(payment.paidOn(), payment.paymentId(), plans.balance(), rounding))));
        }
        return commands;
    }
}
