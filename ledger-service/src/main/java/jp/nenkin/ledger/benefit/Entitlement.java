package jp.nenkin.ledger.benefit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.nenkin.events.BenefitQuoted.AccountQuote;
import jp.nenkin.events.BenefitQuoted.PlanQuote;
import jp.nenkin.events.Plan;
import jp.nenkin.events.QuoteBasis;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvent.InterestAdjusted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Left;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.PlanBalances;
import jp.nenkin.ledger.account.PlanRules;
import jp.nenkin.ledger.account.PlanTerms;
import jp.nenkin.ledger.membership.MemberAccounts;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.Yen;

/** What a member's accounts give a right to as they stand. Source: domain rules, section 4 (lump sum). */
sealed interface Entitlement {

    /**
     * Somebody has left with a right, or is still owed something after a payment.
     *
     * @param life how many times the member was paid before
     * @param asOf the day of the balances
     */
    record Due(
            QuoteBasis basis,
            int life,
            LocalDate lostOn,
            LocalDate asOf,
            int months,
            int creditedMonths,
            List<PlanQuote> plans)
            implements Entitlement {
        public Due {
            plans = List.copyOf(plans);
        }

        /** What a lump sum comes to, in yen: each plan's balance rounded up, and then added. */
        long total() {
            return plans.stream().mapToLong(PlanQuote::lumpSum).reduce(0, Math::addExact);
        }
    }

    /** Membership goes on, or there is no right. */
    record Nothing() implements Entitlement {}

    /** A rate is awaited, or everything is paid: what was said before stands. */
    record AsBefore() implements Entitlement {}

    /** An account's events by value date. */
    @FunctionalInterface
    interface Events {
        List<AccountEvent> from(AccountId account, LocalDate first);
    }

    /** What is due of the newest accounts, or else of those paid before. */
    static Entitlement of(MemberAccounts accounts, PlanTerms terms, Events events) {
        List<AccountState> present = accounts.ofLife(accounts.life());
        if (present.stream().anyMatch(RatePending.class::isInstance)) {
            return new AsBefore();
        }
        for (int life = accounts.life(); life >= 0; life--) {
            Optional<Due> due = due(accounts.ofLife(life), life, terms, events);
            if (due.isPresent()) {
                return due.get();
            }
        }
        boolean paid = !present.isEmpty() && present.stream().allMatch(Closed.class::isInstance);
        return paid ? new AsBefore() : new Nothing();
    }

    private static Optional<Due> due(List<AccountState> states, int life, PlanTerms terms, Events events) {
        List<Left> left = states.stream()
                .filter(state -> state instanceof Left && !(state instanceof Frozen))
                .map(Left.class::cast)
                .toList();
        if (!left.isEmpty() && left.size() == states.size()) {
            return Optional.of(afterLoss(left, life, terms, events));
        }
        Map<Plan, List<Closed>> paid = new EnumMap<>(Plan.class);
        for (AccountState state : states) {
            if (state instanceof Closed closed) {
                paid.computeIfAbsent(closed.account().plan(), none -> new ArrayList<>())
                        .add(closed);
            }
        }
        paid.values()
                .removeIf(accounts -> PlanBalances.of(accounts).payable(terms).compareTo(Yen.ZERO) <= 0);
        return paid.isEmpty() ? Optional.empty() : Optional.of(shortfall(paid, life, terms));
    }

    private static Due afterLoss(List<Left> left, int life, PlanTerms terms, Events events) {
        LocalDate lostOn = left.getFirst().lostOn();
        LocalDate beforeLoss = lostOn.minusDays(1);
        boolean payable = left.stream().allMatch(Payable.class::isInstance);
        LocalDate credited = Stream.concat(
                        Stream.of(beforeLoss),
                        left.stream().map(state -> state.accrual().from().minusDays(1)))
                .max(LocalDate::compareTo)
                .orElseThrow();
        LocalDate asOf = payable ? credited : beforeLoss;
        Map<Plan, List<AccountQuote>> byPlan = new EnumMap<>(Plan.class);
        for (Left state : left) {
            byPlan.computeIfAbsent(state.account().plan(), none -> new ArrayList<>())
                    .add(account(state, asOf, events));
        }
        return new Due(
                asOf.isAfter(beforeLoss) ? QuoteBasis.END : QuoteBasis.LOSS,
                life,
                lostOn,
                asOf,
                left.getFirst().membership().monthsUntil(lostOn),
                left.stream()
                        .mapToInt(state -> state.membership().creditedMonths())
                        .sum(),
                plans(byPlan, terms.on(lostOn)));
    }

    /** The balance on a day: what came later is a deferral's or waiting's, and not decided yet. */
    private static AccountQuote account(Left state, LocalDate asOf, Events events) {
        Yen later = Yen.ZERO;
        Yen interest = Yen.ZERO;
        for (AccountEvent event : events.from(state.account(), asOf)) {
            if (event.valueDate().isAfter(asOf)) {
                later = later.plus(event.amount());
            } else if (event instanceof InterestCredited || event instanceof InterestAdjusted) {
                interest = interest.plus(event.amount());
            }
        }
        return new AccountQuote(
                state.account().ordinal(),
                interest.amount(),
                state.balance().minus(later).amount());
    }

    /** What corrections have shown to be still owed for the plans that were paid. */
    private static Due shortfall(Map<Plan, List<Closed>> owed, int life, PlanTerms terms) {
        List<PlanQuote> plans = new ArrayList<>();
        owed.forEach((plan, accounts) -> {
            PlanBalances balances = PlanBalances.of(accounts);
            plans.add(new PlanQuote(
                    plan,
                    accounts.stream().map(Entitlement::owed).toList(),
                    balances.balance().amount(),
                    balances.payable(terms).amount()));
        });
        List<Closed> all = owed.values().stream().flatMap(List::stream).toList();
        Closed first = all.getFirst();
        LocalDate lostOn = first.loss().lostOn();
        return new Due(
                QuoteBasis.SHORTFALL,
                life,
                lostOn,
                lostOn.minusDays(1),
                first.membership().monthsUntil(lostOn),
                all.stream()
                        .mapToInt(closed -> closed.membership().creditedMonths())
                        .sum(),
                plans);
    }

    private static AccountQuote owed(Closed closed) {
        return new AccountQuote(closed.account().ordinal(), 0, closed.balance().amount());
    }

    private static List<PlanQuote> plans(Map<Plan, List<AccountQuote>> byPlan, PlanRules rules) {
        List<PlanQuote> plans = new ArrayList<>();
        byPlan.forEach((plan, accounts) -> {
            Yen balance =
                    new Yen(accounts.stream().mapToLong(AccountQuote::balance).reduce(0, Math::addExact));
            plans.add(new PlanQuote(
                    plan, accounts, balance.amount(), rules.lumpSum(balance).amount()));
        });
        return plans;
    }
}
