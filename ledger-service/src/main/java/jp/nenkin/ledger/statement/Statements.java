package jp.nenkin.ledger.statement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.nenkin.events.Filing;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.StatementPrepared.AccountFigures;
import jp.nenkin.events.StatementPrepared.YearRate;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvent.BalanceTakenOver;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.PlanTerms;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the notices of a fiscal year, computed by the rules from the facts whose filing was received by its
 * cut-off.
 *
 * <p>Source: domain rules, sections 6 and 7. Who has lost membership by a filing in time, and who was acquired after
 * the year, gets none.
 */
public final class Statements {
    private static final int YEARS_BEFORE = 3;

    private final FiscalYear year;
    private final CutOffs cutOffs;
    private final Books books;

    public Statements(FiscalYear year, CutOffs cutOffs, Rates rates, PlanTerms terms) {
        this.year = year;
        this.cutOffs = cutOffs;
        this.books = new Books(year.lastMonth(), year, rates, terms);
    }

    /**
     * A member's statement; empty for a member who gets none.
     *
     * @param factsByAccount the member's facts by account, in the order they were stored
     */
    public Optional<StatementPrepared> of(MemberNumber member, Map<AccountId, List<AccountEvent>> factsByAccount) {
        List<AccountFigures> figures = new ArrayList<>();
        Set<UUID> leftOut = new LinkedHashSet<>();
        factsByAccount.forEach((account, facts) -> {
            List<AccountEvent> inTime = facts.stream().filter(this::inTime).toList();
            AccountFacts.Recomputed counted = AccountFacts.recompute(account, inTime, books);
            Optional<AccountFigures> rows = figures(counted);
            rows.ifPresent(figures::add);
            if (inTime.size() == facts.size()) {
                requireAll(counted);
            } else if (!rows.equals(figures(requireAll(AccountFacts.recompute(account, facts, books))))) {
                Stream.concat(facts.stream().filter(fact -> !inTime(fact)), counted.refused().stream())
                        .flatMap(fact -> AccountFacts.filing(fact).stream())
                        .map(Filing::id)
                        .forEach(leftOut::add);
            }
        });
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(new StatementPrepared(
                        member.toString(),
                        year.year(),
                        year.lastDay(),
                        figures,
                        rates(),
                        cutOffs.days(),
                        List.copyOf(leftOut)));
    }

    private boolean inTime(AccountEvent fact) {
        return AccountFacts.filing(fact).map(cutOffs::include).orElse(true);
    }

    /** All facts of an account were accepted before, so together they are again, or something is corrupt. */
    private static AccountFacts.Recomputed requireAll(AccountFacts.Recomputed complete) {
        if (!complete.refused().isEmpty()) {
            throw new IllegalStateException(
                    "computed again, an account refuses " + complete.refused().getFirst());
        }
        return complete;
    }

    /** One account's rows; empty when it was not open to an ordinary member on the last day of the year. */
    private Optional<AccountFigures> figures(AccountFacts.Recomputed recomputed) {
        if (!(recomputed.state() instanceof Active active)
                || active.membership().acquiredOn().isAfter(year.lastDay())
                || recomputed.events().stream().anyMatch(this::isTakenOverLater)) {
            return Optional.empty();
        }
        Yen opening = sum(recomputed.events().stream()
                .filter(event -> event.valueDate().isBefore(year.firstDay()))
                .toList());
        List<AccountEvent> events = recomputed.events().stream()
                .filter(event -> FiscalYear.of(event.valueDate()).equals(year))
                .toList();
        Yen interest =
                sum(events.stream().filter(InterestCredited.class::isInstance).toList());
        Yen credited = sum(events.stream().filter(Statements::isCredited).toList());
        return Optional.of(new AccountFigures(
                active.account().plan(),
                active.account().ordinal(),
                opening.amount(),
                credited.amount(),
                interest.amount(),
                opening.plus(credited).plus(interest).amount(),
                baseSalary(events)));
    }

    /** The year of a balance that came after its beginning is the former system's to tell. */
    private boolean isTakenOverLater(AccountEvent event) {
        return event instanceof BalanceTakenOver && !event.valueDate().isBefore(year.firstDay());
    }

    /** The base salary of the year's last month; a transferred asset has none. */
    private @Nullable Long baseSalary(List<AccountEvent> events) {
        return events.stream()
                .filter(ContributionPosted.class::isInstance)
                .map(ContributionPosted.class::cast)
                .filter(posted -> posted.month().equals(year.lastMonth()))
                .map(posted -> posted.baseSalary().amount())
                .findAny()
                .orElse(null);
    }

    private static boolean isCredited(AccountEvent event) {
        return event instanceof ContributionPosted || event instanceof ContributionAdjusted;
    }

    private static Yen sum(List<AccountEvent> events) {
        return events.stream().map(AccountEvent::amount).reduce(Yen.ZERO, Yen::plus);
    }

    private List<YearRate> rates() {
        return IntStream.rangeClosed(year.year() - YEARS_BEFORE, year.year() + 1)
                .mapToObj(each -> new YearRate(
                        each,
                        books.rates()
                                .of(new FiscalYear(each))
                                .map(CreditingRate::toString)
                                .orElse(null)))
                .toList();
    }
}
