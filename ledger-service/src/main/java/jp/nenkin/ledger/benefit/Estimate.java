package jp.nenkin.ledger.benefit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Earning;
import jp.nenkin.ledger.account.AccountState.Left;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.PlanTerms;
import jp.nenkin.ledger.account.Restatement.AccountLife;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.membership.FactsInEffect;
import jp.nenkin.ledger.membership.MemberAccounts;
import jp.nenkin.ledger.membership.MemberFact;
import jp.nenkin.ledger.membership.MemberFact.Deferral;
import jp.nenkin.ledger.membership.MemberFact.DeferralEnd;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.membership.Replay;
import jp.nenkin.ledger.membership.RightToBenefit;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a member's accounts would come to if something happened that has not: decided by the same rules, never stored.
 *
 * @param accounts as they would be
 * @param events all that would have happened to them
 * @param contradictions why it cannot happen; empty when it can
 * @param assumed the fiscal years credited at the assumed rate
 */
record Estimate(
        MemberAccounts accounts,
        Map<AccountId, List<AccountEvent>> events,
        List<Replay.Contradiction> contradictions,
        Set<Integer> assumed,
        PlanTerms terms) {
    private static final UUID NO_FILING = new UUID(0, 0);

    /** What is tried. */
    enum Kind {
        /** A member leaves. */
        LEAVING,
        /** A member, or somebody who has left, defers the benefit to a day. */
        DEFERRAL,
        /** Somebody who has left is paid; a deferral or waiting ends for it. */
        PAYMENT
    }

    /**
     * What happens.
     *
     * @param on the first day without membership; of a payment, the day that ends a deferral
     * @param until the last day of a deferral
     * @param rate for years that have none approved
     */
    record Trial(
            Kind kind,
            LocalDate on,
            LossCause cause,
            @Nullable LocalDate until,
            @Nullable CreditingRate rate) {
        LocalDate lastDay() {
            return until == null || until.isBefore(on) ? on : until;
        }
    }

    /**
     * Tries it.
     *
     * @param facts those on record, in the order in which they became known
     */
    static Estimate of(MemberNumber member, List<MemberFact> facts, Trial trial, Rules rules) {
        MemberAccounts today = accounts(member, replayed(member, facts, rules));
        List<MemberFact> tried = tried(trial, today);
        List<MemberFact> all = Stream.concat(facts.stream(), tried.stream()).toList();
        Rules assuming = rules.assuming(trial, facts);
        Replay.Replayed replayed = replayed(member, all, assuming);
        Map<AccountId, List<AccountEvent>> events = new HashMap<>();
        Set<Integer> assumed = new TreeSet<>();
        replayed.accounts().forEach((account, life) -> {
            events.put(account, life.events());
            life.events().stream()
                    .filter(InterestCredited.class::isInstance)
                    .map(event -> ((InterestCredited) event).fiscalYear())
                    .filter(year -> rules.books().rates().of(year).isEmpty())
                    .forEach(year -> assumed.add(year.year()));
        });
        return new Estimate(
                accounts(member, replayed),
                events,
                replayed.contradictions().stream()
                        .filter(each -> !isBaseSalary(each.fact()))
                        .toList(),
                assumed,
                rules.books().terms());
    }

    /** The books and the right that decide. */
    record Rules(Books books, RightToBenefit right) {
        /** The same on the trial's last day, with the rate it names for every year up to then that has none. */
        Rules assuming(Trial trial, List<MemberFact> facts) {
            if (trial.rate() == null) {
                return new Rules(books.on(trial.lastDay()), right);
            }
            Map<FiscalYear, CreditingRate> rates = new HashMap<>(books.rates().byYear());
            FiscalYear last = FiscalYear.of(trial.lastDay());
            FiscalYear year = facts.stream()
                    .map(fact -> FiscalYear.of(fact.effectiveOn()))
                    .min(FiscalYear::compareTo)
                    .orElse(last);
            for (; !year.isAfter(last); year = year.next()) {
                rates.putIfAbsent(year, trial.rate());
            }
            return new Rules(
                    new Books(
                            books.contributionsThrough(),
                            books.creditedThrough(),
                            new Rates(rates),
                            books.terms(),
                            trial.lastDay()),
                    right);
        }
    }

    private static Replay.Replayed replayed(MemberNumber member, List<MemberFact> facts, Rules rules) {
        return Replay.of(member, FactsInEffect.of(facts), rules.books(), rules.right());
    }

    private static MemberAccounts accounts(MemberNumber member, Replay.Replayed replayed) {
        return new MemberAccounts(
                member,
                replayed.accounts().values().stream().map(AccountLife::state).toList());
    }

    private static boolean isBaseSalary(MemberFact fact) {
        return fact instanceof Told told && told.event() instanceof BaseSalaryChanged;
    }

    private static List<MemberFact> tried(Trial trial, MemberAccounts accounts) {
        List<AccountState> present = accounts.ofLife(accounts.life());
        List<MemberFact> facts = new ArrayList<>();
        boolean leaves = trial.kind() == Kind.LEAVING || present.stream().anyMatch(Estimate::isMembers);
        if (leaves) {
            facts.add(lost(trial, accounts));
        }
        boolean earning = present.stream().anyMatch(state -> state instanceof Earning && state instanceof Left);
        if (trial.kind() == Kind.DEFERRAL && !earning) {
            LocalDate from = present.stream()
                    .flatMap(state -> MemberAccounts.opened(state).stream())
                    .map(state -> state instanceof Left left ? left.lostOn() : trial.on())
                    .max(LocalDate::compareTo)
                    .orElse(trial.on());
            facts.add(new Deferral(trial.until(), filing(FilingType.DEFERRAL, from)));
        }
        LocalDate end = trial.kind() == Kind.DEFERRAL ? trial.until() : trial.on();
        if (end != null && earning && trial.kind() != Kind.LEAVING) {
            facts.add(new DeferralEnd(end, filing(FilingType.DEFERRAL, end)));
        }
        return facts;
    }

    private static boolean isMembers(AccountState state) {
        return state instanceof AwaitingBalance
                || MemberAccounts.opened(state).filter(Active.class::isInstance).isPresent();
    }

    private static Told lost(Trial trial, MemberAccounts accounts) {
        return new Told(new EligibilityLost(
                accounts.member().toString(),
                EstablishmentNumber.NONE.toString(),
                trial.on(),
                trial.cause(),
                filing(FilingType.LOSS, trial.on()),
                null));
    }

    private static Filing filing(FilingType type, LocalDate receivedOn) {
        return new Filing(NO_FILING, type, FilingChannel.DATA, receivedOn);
    }

    /** What is due then. */
    Entitlement entitlement() {
        return Entitlement.of(
                accounts,
                terms,
                (account, first) -> events.getOrDefault(account, List.of()).stream()
                        .filter(event -> !event.valueDate().isBefore(first))
                        .toList());
    }
}
