package jp.nenkin.ledger.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.ledger.account.AccountCommand;
import jp.nenkin.ledger.account.AccountCommand.CatchUp;
import jp.nenkin.ledger.account.AccountCommand.CreditInterest;
import jp.nenkin.ledger.account.AccountCommand.PostContribution;
import jp.nenkin.ledger.account.AccountDecider;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvolution;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Earning;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.Decision;
import jp.nenkin.ledger.account.PlanTerms;
import jp.nenkin.ledger.account.Restatement.AccountLife;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.membership.MemberDecider.Change;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** One member's ledger in memory: the deciders as the service uses them, with what they have stored. */
public final class MemoryLedger {
    private final MemberNumber member;
    private final PlanTerms terms;
    private final Map<FiscalYear, CreditingRate> rates = new HashMap<>();
    private final List<MemberFact> facts = new ArrayList<>();
    private final Map<AccountId, AccountState> states = new LinkedHashMap<>();
    private final Map<AccountId, List<AccountEvent>> events = new LinkedHashMap<>();
    private @Nullable LocalDate born;
    private @Nullable YearMonth contributionsThrough;
    private @Nullable FiscalYear creditedThrough;
    private @Nullable LocalDate today;

    public MemoryLedger(MemberNumber member, PlanTerms terms) {
        this.member = member;
        this.terms = terms;
    }

    public MemoryLedger rate(int fiscalYear, String rate) {
        rates.put(new FiscalYear(fiscalYear), CreditingRate.parse(rate));
        return this;
    }

    public MemoryLedger rates(Rates known) {
        rates.putAll(known.byYear());
        return this;
    }

    public MemoryLedger born(LocalDate day) {
        born = day;
        return this;
    }

    public MemoryLedger booksThrough(@Nullable YearMonth month, @Nullable FiscalYear year) {
        contributionsThrough = month;
        creditedThrough = year;
        return this;
    }

    public Books books() {
        return new Books(contributionsThrough, creditedThrough, new Rates(rates), terms, today);
    }

    public RightToBenefit right() {
        return new RightToBenefit(terms, born);
    }

    /** Decides a fact and keeps it with what follows, unless it is refused. */
    public Outcome record(MemberFact fact) {
        Outcome outcome = MemberDecider.decide(fact, accounts(), books(), right());
        if (outcome instanceof Outcome.Retroactive) {
            outcome = Correction.of(history(), fact, books(), right());
        }
        if (outcome instanceof Outcome.Changes changes) {
            changes.changes().forEach(this::apply);
            facts.add(fact);
        }
        return outcome;
    }

    public MemoryLedger when(MemberFact fact) {
        assertThat(record(fact)).as(fact.toString()).isInstanceOf(Outcome.Changes.class);
        return this;
    }

    /** A day comes: deferrals end, and so does waiting where an old-age right arises. */
    public MemoryLedger comesTo(LocalDate day) {
        today = day;
        for (AccountState state : List.copyOf(states.values())) {
            if (state instanceof Earning) {
                decide(state, new CatchUp());
            }
        }
        return this;
    }

    /** The month's contributions, for accounts that a run reaches. */
    public MemoryLedger run(YearMonth month) {
        run(new PostContribution(month));
        contributionsThrough = month;
        return this;
    }

    public MemoryLedger runMonths(String first, String last) {
        YearMonth end = YearMonth.parse(last);
        for (YearMonth month = YearMonth.parse(first); !month.isAfter(end); month = month.plusMonths(1)) {
            run(month);
        }
        return this;
    }

    /** The year's interest. */
    public MemoryLedger run(FiscalYear year) {
        run(new CreditInterest(year));
        creditedThrough = year;
        return this;
    }

    private void run(AccountCommand command) {
        for (AccountState state : List.copyOf(states.values())) {
            if (!(state instanceof Unopened || state instanceof AwaitingBalance)) {
                decide(state, command);
            }
        }
    }

    private void decide(AccountState state, AccountCommand command) {
        Decision decision = AccountDecider.decide(state, command, books());
        assertThat(decision).as("%s for %s", command, state).isInstanceOf(Decision.Accepted.class);
        apply(new Change(state.account(), ((Decision.Accepted) decision).events()));
    }

    /** A rate is approved: what waited for it takes effect. */
    public MemoryLedger approve(int fiscalYear, String rate) {
        rate(fiscalYear, rate);
        if (states.values().stream().anyMatch(RatePending.class::isInstance)) {
            Outcome outcome = Correction.again(history(), books(), right());
            assertThat(outcome).isInstanceOf(Outcome.Changes.class);
            ((Outcome.Changes) outcome).changes().forEach(this::apply);
        }
        return this;
    }

    private void apply(Change change) {
        AccountId account = change.account();
        AccountState state = states.getOrDefault(account, new Unopened(account));
        for (AccountEvent event : change.events()) {
            state = AccountEvolution.evolve(state, event);
            assertThat(state.balance().amount()).as("after %s", event).isNotNegative();
            events.computeIfAbsent(account, none -> new ArrayList<>()).add(event);
        }
        states.put(account, state);
    }

    public MemberAccounts accounts() {
        return new MemberAccounts(member, List.copyOf(states.values()));
    }

    public MemberHistory history() {
        Map<AccountId, AccountLife> lives = new LinkedHashMap<>();
        states.forEach((account, state) -> lives.put(account, new AccountLife(state, events(account))));
        return new MemberHistory(member, facts, lives);
    }

    public List<MemberFact> facts() {
        return List.copyOf(facts);
    }

    public AccountState state(AccountId account) {
        return states.getOrDefault(account, new Unopened(account));
    }

    public Map<AccountId, AccountState> states() {
        return Map.copyOf(states);
    }

    public List<AccountEvent> events(AccountId account) {
        return List.copyOf(events.getOrDefault(account, List.of()));
    }

    public <E extends AccountEvent> List<E> all(AccountId account, Class<E> type) {
        return events(account).stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The balance by value dates up to a day. */
    public Yen balance(AccountId account, LocalDate until) {
        return events(account).stream()
                .filter(event -> !event.valueDate().isAfter(until))
                .map(AccountEvent::amount)
                .reduce(Yen.ZERO, Yen::plus);
    }
}
