package jp.nenkin.ledger.statement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.nenkin.events.Filing;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.StatementPrepared.AccountFigures;
import jp.nenkin.events.StatementPrepared.YearRate;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.Restatement.AccountLife;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.membership.FactsInEffect;
import jp.nenkin.ledger.membership.MemberFact;
import jp.nenkin.ledger.membership.Replay;
import jp.nenkin.ledger.membership.Replay.Contradiction;
import jp.nenkin.ledger.membership.Replay.Replayed;
import jp.nenkin.ledger.membership.RightToBenefit;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;

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
    private final Function<MemberNumber, RightToBenefit> rights;

    /**
     * The statements of a year.
     *
     * @param books the rates and terms that are known; how far they have come plays no part
     * @param rights what each member's age and the plan's terms give a right to
     */
    public Statements(FiscalYear year, CutOffs cutOffs, Books books, Function<MemberNumber, RightToBenefit> rights) {
        this.year = year;
        this.cutOffs = cutOffs;
        this.books = new Books(year.lastMonth(), year, books.rates(), books.terms());
        this.rights = rights;
    }

    /**
     * A member's statement; empty for a member who gets none.
     *
     * @param facts the member's facts, in the order in which they became known
     */
    public Optional<StatementPrepared> of(MemberNumber member, List<MemberFact> facts) {
        List<MemberFact> inTime = facts.stream().filter(this::inTime).toList();
        Replayed counted = replay(member, inTime);
        Map<AccountId, AccountFigures> figures = figures(counted);
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StatementPrepared(
                member.toString(),
                year.year(),
                year.lastDay(),
                List.copyOf(figures.values()),
                rates(),
                cutOffs.days(),
                inTime.size() == facts.size() ? List.of() : leftOut(member, facts, counted, figures)));
    }

    /** The accounts as the facts in time make them, of which the figures follow. */
    public Map<AccountId, AccountLife> lives(MemberNumber member, List<MemberFact> facts) {
        return replay(member, facts.stream().filter(this::inTime).toList()).accounts();
    }

    private boolean inTime(MemberFact fact) {
        return fact.filing().map(cutOffs::include).orElse(true);
    }

    private Replayed replay(MemberNumber member, List<MemberFact> facts) {
        return Replay.of(member, FactsInEffect.of(facts), books, rights.apply(member));
    }

    /** Filings that came too late, or could not be without one that did, where the figures would differ with them. */
    private List<UUID> leftOut(
            MemberNumber member, List<MemberFact> facts, Replayed counted, Map<AccountId, AccountFigures> figures) {
        if (figures.equals(figures(replay(member, facts)))) {
            return List.of();
        }
        Set<UUID> ids = new LinkedHashSet<>();
        Stream.concat(
                        facts.stream().filter(fact -> !inTime(fact)),
                        counted.contradictions().stream().map(Contradiction::fact))
                .flatMap(fact -> fact.filing().stream())
                .map(Filing::id)
                .forEach(ids::add);
        return List.copyOf(ids);
    }

    private Map<AccountId, AccountFigures> figures(Replayed replayed) {
        Map<AccountId, AccountFigures> figures = new TreeMap<>(AccountId.IN_ORDER);
        for (Map.Entry<AccountId, AccountLife> each : replayed.accounts().entrySet()) {
            YearFigures.of(each.getValue(), year).ifPresent(rows -> figures.put(each.getKey(), rows));
        }
        return figures;
    }

    private List<YearRate> rates() {
        List<YearRate> rates = new ArrayList<>();
        IntStream.rangeClosed(year.year() - YEARS_BEFORE, year.year() + 1)
                .mapToObj(each -> new YearRate(
                        each,
                        books.rates()
                                .of(new FiscalYear(each))
                                .map(CreditingRate::toString)
                                .orElse(null)))
                .forEach(rates::add);
        return rates;
    }
}
