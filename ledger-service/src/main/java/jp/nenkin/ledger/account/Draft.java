package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.Decision.Accepted;
import jp.nenkin.ledger.account.Decision.Refused;
import jp.nenkin.ledger.contribution.PostingDay;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.Interest;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** The events of one decision in the making, and the account as they leave it; lives within one decide(). */
final class Draft {
    private final Books books;
    private final List<AccountEvent> events = new ArrayList<>(1);
    private AccountState state;

    Draft(AccountState state, Books books) {
        this.state = state;
        this.books = books;
    }

    void add(AccountEvent event) {
        state = AccountEvolution.evolve(state, event);
        events.add(event);
    }

    Accepted accepted() {
        return events.isEmpty() ? Accepted.NOTHING : new Accepted(events);
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
     */
    Optional<Refused> bringTo(@Nullable YearMonth posted, @Nullable FiscalYear credited) {
        if (credited != null) {
            for (FiscalYear year = opened().accrual().year(); !year.isAfter(credited); year = year.next()) {
                postThrough(posted, year.lastMonth());
                Optional<Refused> refused = credit(year.lastDay());
                if (refused.isPresent()) {
                    return refused;
                }
            }
        }
        if (posted != null) {
            postThrough(posted, posted);
        }
        return Optional.empty();
    }

    private void postThrough(@Nullable YearMonth posted, YearMonth limit) {
        Contributions contributions = active().contributions();
        if (posted == null || contributions.baseSalaries().entries().isEmpty()) {
            return;
        }
        YearMonth last = posted.isBefore(limit) ? posted : limit;
        for (YearMonth month = contributions.through().plusMonths(1);
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            post(month);
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
                account.membership().establishment(),
                salary.amount(),
                amount,
                account.balance().plus(amount),
                salary.filing()));
    }

    /** Records what a posted month is too little or too much, with the day of the posting as value date. */
    void adjust(YearMonth month, BaseSalary right) {
        Active account = active();
        Yen posted = contribution(
                salary(account.contributions().baseSalaries(), month).amount(), month);
        Yen difference = contribution(right.amount(), month).minus(posted);
        add(new ContributionAdjusted(
                account.account(),
                month,
                PostingDay.of(month, account.membership().acquiredOn()),
                account.membership().establishment(),
                right.amount(),
                difference,
                account.balance().plus(difference),
                right.filing()));
    }

    /** Credits interest on a date; no event where the account is empty. Source: domain rules, section 3. */
    Optional<Refused> credit(LocalDate date) {
        FiscalYear year = FiscalYear.of(date);
        Accrual accrual = opened().accrual().reaching(year);
        if (accrual.isIdle()) {
            return Optional.empty();
        }
        Optional<CreditingRate> rate = books.rates().of(year);
        if (rate.isEmpty()) {
            return Optional.of(
                    new Refused(Refusal.RATE_NOT_APPROVED, "no crediting rate is approved for fiscal year " + year));
        }
        int openingMonths = accrual.openingMonths(date);
        long yenMonths = accrual.yenMonths(date);
        long total = Math.addExact(Math.multiplyExact(accrual.opening().amount(), (long) openingMonths), yenMonths);
        Yen interest = Interest.on(total, rate.get());
        add(new InterestCredited(
                state.account(),
                date,
                rate.get(),
                accrual.opening(),
                openingMonths,
                yenMonths,
                interest,
                accrual.closing(interest),
                accrual.balance().plus(interest)));
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
