package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.nenkin.events.Filing;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.InterestEnded;
import jp.nenkin.ledger.account.AccountEvent.RateAwaited;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.Earning;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.Decision.Accepted;
import jp.nenkin.ledger.account.Decision.Turn;
import jp.nenkin.ledger.contribution.PostingDay;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** Events of one decision as they gather, and the state they lead to; what misses a rate says which year's. */
final class Draft {
    private final Books books;
    // Most decisions are a run's, which makes one event.
    private final List<Turn> turns = new ArrayList<>(1);
    private AccountState state;

    Draft(AccountState state, Books books) {
        this.state = state;
        this.books = books;
    }

    Draft add(AccountEvent event) {
        state = AccountEvolution.evolve(state, event);
        turns.add(new Turn(event, state));
        return this;
    }

    Accepted accepted() {
        return new Accepted(turns);
    }

    /** What has been decided so far stands, the rest waits for the rate of a year. */
    void awaitRate(FiscalYear year, LocalDate since, @Nullable Filing filing) {
        add(new RateAwaited(state.account(), since, year, state.balance(), filing));
    }

    Active active() {
        return (Active) state;
    }

    Opened opened() {
        return (Opened) state;
    }

    /**
     * Posts the missing months and credits the missing 31 Marches in the order of their dates, so that no month of a
     * later year earns in an earlier one. Source: domain rules, section 2 (filed late).
     *
     * @param posted the last month to be posted
     * @param credited the last year to be credited; its months come to be posted before
     * @return the year whose rate is missing; empty when all is done
     */
    Optional<FiscalYear> bringTo(@Nullable YearMonth posted, @Nullable FiscalYear credited) {
        if (credited != null) {
            for (FiscalYear year = opened().accrual().year(); !year.isAfter(credited); year = year.next()) {
                postThrough(year.lastMonth());
                Optional<FiscalYear> missing = endUntil(year.lastDay()).or(creditEnd(year));
                if (missing.isPresent()) {
                    return missing;
                }
            }
        }
        if (posted != null) {
            postThrough(posted);
        }
        return books.lastDay().flatMap(this::endUntil);
    }

    /** Credits a 31 March where the account still earns. */
    private Supplier<Optional<FiscalYear>> creditEnd(FiscalYear year) {
        return () -> state instanceof Active || state instanceof Earning ? credit(year.lastDay()) : Optional.empty();
    }

    private void postThrough(YearMonth last) {
        if (!(state instanceof Active)) {
            return;
        }
        Optional<YearMonth> due = active().contributions().nextDue(last);
        while (due.isPresent()) {
            post(due.get());
            due = active().contributions().nextDue(last);
        }
    }

    /** Posts the contribution of the next month. */
    void post(YearMonth month) {
        Active account = active();
        BaseSalary salary = salary(account.contributions().baseSalaries(), month);
        Yen amount = contribution(salary.amount(), month);
        add(new ContributionPosted(
                account.account(),
                month,
                PostingDay.of(month, account.membership().acquiredOn()),
                salary.establishment(),
                salary.amount(),
                amount,
                account.balance().plus(amount),
                salary.filing()));
    }

    /** Records what a posted month is too little or too much, with the day of the posting as value date. */
    void adjust(YearMonth month, Yen rightBase, Filing filing) {
        Active account = active();
        BaseSalary posted = salary(account.contributions().baseSalaries(), month);
        Yen difference = contribution(rightBase, month).minus(contribution(posted.amount(), month));
        add(new ContributionAdjusted(
                account.account(),
                month,
                PostingDay.of(month, account.membership().acquiredOn()),
                posted.establishment(),
                rightBase,
                difference,
                account.balance().plus(difference),
                filing));
    }

    /**
     * Ends a deferral or waiting whose last day has come: every earlier 31 March is credited, then that day. Source:
     * domain rules, sections 3 and 4.
     *
     * @return the year whose rate is missing, in which case it goes on until that is approved
     */
    Optional<FiscalYear> endUntil(LocalDate day) {
        if (!(state instanceof Earning earning)) {
            return Optional.empty();
        }
        LocalDate until = earning.until();
        return until == null || until.isAfter(day) ? Optional.empty() : end(until);
    }

    /** Credits every 31 March up to a day, as far as the account earns. */
    Optional<FiscalYear> creditThrough(LocalDate day) {
        for (FiscalYear year = opened().accrual().year(); !year.lastDay().isAfter(day); year = year.next()) {
            Optional<FiscalYear> missing = endUntil(year.lastDay()).or(creditEnd(year));
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    /** Ends a deferral or waiting on a day. */
    Optional<FiscalYear> end(LocalDate day) {
        for (FiscalYear year = opened().accrual().year(); year.lastDay().isBefore(day); year = year.next()) {
            Optional<FiscalYear> missing = credit(year.lastDay());
            if (missing.isPresent()) {
                return missing;
            }
        }
        if (!day.isBefore(opened().accrual().from())) {
            Optional<FiscalYear> missing = credit(day);
            if (missing.isPresent()) {
                return missing;
            }
        }
        add(new InterestEnded(state.account(), day, state.balance()));
        return Optional.empty();
    }

    /**
     * Credits interest on a date; no event where the account is empty. Source: domain rules, section 3.
     *
     * @return the year whose rate is missing; empty when it is credited
     */
    Optional<FiscalYear> credit(LocalDate date) {
        FiscalYear year = FiscalYear.of(date);
        if (opened().accrual().reaching(year).isIdle()) {
            return Optional.empty();
        }
        Optional<CreditingRate> rate = books.rates().of(year);
        if (rate.isEmpty()) {
            return Optional.of(year);
        }
        add(Crediting.of(opened(), date, rate.get(), books.terms().on(date)));
        return Optional.empty();
    }

    Yen contribution(Yen baseSalary, YearMonth month) {
        return books.terms().contributionRates().contribution(state.account().plan(), month, baseSalary);
    }

    private BaseSalary salary(BaseSalaries salaries, YearMonth month) {
        return salaries.of(month)
                .orElseThrow(() ->
                        new IllegalStateException("account " + state.account() + " has no base salary in " + month));
    }
}
