package jp.nenkin.ledger.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.nenkin.ledger.oracle.Holding.Origin;
import jp.nenkin.ledger.oracle.Picture.AccountKey;
import jp.nenkin.ledger.oracle.Picture.Figures;
import jp.nenkin.ledger.oracle.Picture.LumpSum;
import jp.nenkin.ledger.oracle.Picture.Received;
import jp.nenkin.ledger.oracle.TrueFacts.TakeOver;
import org.jspecify.annotations.Nullable;

/**
 * Says of true facts what the books should hold, counting month by month from the wording of the domain rules, sections
 * 2 to 7. It knows neither events nor adjustments: the same facts give the same picture however they became known.
 */
final class Oracle {
    private final TrueFacts facts;
    private final Books books;
    private final Terms terms;
    private final List<Life> lives;
    private final List<Holding> holdings = new ArrayList<>();

    Oracle(TrueFacts facts, Books books) {
        this(facts, books, Terms.OF_THE_FUND);
    }

    Oracle(TrueFacts facts, Books books, Terms terms) {
        this.facts = facts;
        this.books = books;
        this.terms = terms;
        this.lives = Life.of(facts, terms);
        lives.forEach(this::open);
        holdings.stream()
                .filter(holding -> holding.key().subAccount() == 0)
                .forEach(holding -> holding.contribute(facts.baseChanges()));
        holdings.forEach(Holding::credit);
    }

    /** Per member and plan one account, and one for each asset. */
    private void open(Life life) {
        for (Plan plan : Plan.values()) {
            AccountKey ordinary = new AccountKey(life.number(), plan, 0);
            Received takenOver = takenOver(ordinary);
            if (takenOver != null || life.memberships().stream().anyMatch(each -> each.everOffers(plan))) {
                holdings.add(new Holding(ordinary, life, books, new Origin(takenOver, null)));
            }
        }
        for (TrueFacts.Transfer transfer : life.transfers()) {
            AccountKey key = new AccountKey(life.number(), transfer.plan(), transfer.subAccount());
            Received received = new Received(transfer.receivedOn(), transfer.amount());
            Received takenOver = takenOver(key);
            Origin origin = takenOver == null ? new Origin(null, received) : new Origin(takenOver, null);
            holdings.add(new Holding(key, life, books, origin));
        }
    }

    /** A balance taken over belongs to the first life. */
    private @Nullable Received takenOver(AccountKey key) {
        TakeOver takeOver = facts.takeOver();
        if (takeOver == null || key.life() > 0) {
            return null;
        }
        return takeOver.balances().stream()
                .filter(balance -> balance.plan() == key.plan() && balance.subAccount() == key.subAccount())
                .map(balance -> new Received(takeOver.creditedOn(), balance.amount()))
                .findFirst()
                .orElse(null);
    }

    Picture picture() {
        return new Picture(
                holdings.stream().map(Holding::account).toList(),
                lives.stream().flatMap(this::lumpSums).toList());
    }

    /** Per plan, the balance of the account and its sub-accounts rounded up to 100 yen; nothing without a right. */
    private Stream<LumpSum> lumpSums(Life life) {
        if (life.lastAbsence(books.today()).filter(Absence::right).isEmpty()) {
            return Stream.empty();
        }
        Map<Plan, Long> balances = new EnumMap<>(Plan.class);
        holdings.stream()
                .filter(holding -> holding.key().life() == life.number())
                .forEach(holding -> balances.merge(holding.key().plan(), holding.balanceOn(LocalDate.MAX), Long::sum));
        return balances.entrySet().stream()
                .map(each -> new LumpSum(life.number(), each.getKey(), roundedUpToUnit(each.getValue())));
    }

    private long roundedUpToUnit(long yen) {
        long unit = terms.lumpSumUnit();
        return (yen + unit - 1) / unit * unit;
    }

    /** The rows of a year's statement: the accounts that are open on its 31 March. */
    List<Figures> figures(int fiscalYear) {
        LocalDate first = FiscalYears.lastDay(fiscalYear - 1).plusDays(1);
        LocalDate last = FiscalYears.lastDay(fiscalYear);
        return holdings.stream()
                .filter(holding -> isOpenOn(last, lives.get(holding.key().life())))
                .map(holding -> new Figures(
                        holding.key(),
                        holding.balanceOn(first.minusDays(1)),
                        holding.addedBetween(first, last),
                        holding.interestBetween(first, last),
                        holding.balanceOn(last),
                        base(holding.key(), last)))
                .toList();
    }

    private static boolean isOpenOn(LocalDate day, Life life) {
        LocalDate paidOn = life.paidOn();
        boolean begun = life.memberships().stream()
                        .anyMatch(each -> !each.acquiredOn().isAfter(day))
                || life.transfers().stream().anyMatch(each -> !each.receivedOn().isAfter(day));
        return begun && (paidOn == null || paidOn.isAfter(day));
    }

    /** The base salary at 31 March, for reference; 0 for assets, and for who is no member or in no such plan. */
    private long base(AccountKey key, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return lives.get(key.life()).memberships().stream()
                .filter(membership ->
                        key.subAccount() == 0 && membership.covers(day) && membership.isOffered(key.plan(), month))
                .mapToLong(membership -> membership.base(key.plan(), month, facts.baseChanges()))
                .findFirst()
                .orElse(0);
    }
}
