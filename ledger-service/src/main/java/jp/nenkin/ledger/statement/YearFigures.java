package jp.nenkin.ledger.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.events.StatementPrepared.AccountFigures;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvent.BalanceTakenOver;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.InterestAdjusted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.Earning;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.Restatement.AccountLife;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/**
 * One account's rows ①–⑤ of a year.
 *
 * <p>Source: domain rules, section 7; section 6: members and whoever defers or waits get them, a payable balance none.
 */
final class YearFigures {
    private final FiscalYear year;
    private final List<AccountEvent> events;

    private YearFigures(FiscalYear year, List<AccountEvent> events) {
        this.year = year;
        this.events = events;
    }

    /** The rows; empty for an account that is in no notice of the year. */
    static Optional<AccountFigures> of(AccountLife life, FiscalYear year) {
        YearFigures figures = new YearFigures(year, life.events());
        if (!(life.state() instanceof Opened account)
                || !figures.isNoticed(account)
                || life.events().stream().anyMatch(figures::isTakenOverLater)) {
            return Optional.empty();
        }
        return Optional.of(figures.rows(account));
    }

    private boolean isNoticed(Opened account) {
        LocalDate since = switch (account) {
            case Active active -> active.membership().acquiredOn();
            case Earning earning -> earning.since();
            case Opened other -> LocalDate.MAX;
        };
        return !since.isAfter(year.lastDay());
    }

    /** The year of a balance that came after its beginning is the former system's to tell. */
    private boolean isTakenOverLater(AccountEvent event) {
        return event instanceof BalanceTakenOver && !event.valueDate().isBefore(year.firstDay());
    }

    private AccountFigures rows(Opened account) {
        Yen opening = sum(events.stream()
                .filter(event -> event.valueDate().isBefore(year.firstDay()))
                .toList());
        List<AccountEvent> ofYear = events.stream()
                .filter(event -> FiscalYear.of(event.valueDate()).equals(year))
                .toList();
        Yen interest = sum(ofYear.stream().filter(YearFigures::isInterest).toList());
        Yen credited = sum(ofYear).minus(interest);
        return new AccountFigures(
                account.account().plan(),
                account.account().ordinal(),
                opening.amount(),
                credited.amount(),
                interest.amount(),
                opening.plus(credited).plus(interest).amount(),
                baseSalary(ofYear),
                account.standing() == AccountStanding.ACTIVE ? null : account.standing());
    }

    private static boolean isInterest(AccountEvent event) {
        return event instanceof InterestCredited || event instanceof InterestAdjusted;
    }

    /** The base salary of the year's last month; a transferred asset has none. */
    private @Nullable Long baseSalary(List<AccountEvent> ofYear) {
        return ofYear.stream()
                .filter(ContributionPosted.class::isInstance)
                .map(ContributionPosted.class::cast)
                .filter(posted -> posted.month().equals(year.lastMonth()))
                .map(posted -> posted.baseSalary().amount())
                .findAny()
                .orElse(null);
    }

    private static Yen sum(List<AccountEvent> events) {
        return events.stream().map(AccountEvent::amount).reduce(Yen.ZERO, Yen::plus);
    }
}
