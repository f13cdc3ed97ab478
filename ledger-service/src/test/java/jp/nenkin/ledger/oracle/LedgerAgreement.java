package jp.nenkin.ledger.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.nenkin.events.EventType;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.StatementPrepared.AccountFigures;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvent.BalanceTakenOver;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.ExcessRecorded;
import jp.nenkin.ledger.account.AccountEvent.ExcessRecovered;
import jp.nenkin.ledger.account.AccountEvent.InterestAdjusted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountEvent.LumpSumPaid;
import jp.nenkin.ledger.account.AccountEvent.TransferAdjusted;
import jp.nenkin.ledger.account.AccountEvent.TransferCredited;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.account.AccountEvolution;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.AccountStateCodec;
import jp.nenkin.ledger.account.PlanBalances;
import jp.nenkin.ledger.account.Restatement.AccountLife;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.membership.FactsInEffect;
import jp.nenkin.ledger.membership.MemberFact;
import jp.nenkin.ledger.membership.MemoryLedger;
import jp.nenkin.ledger.membership.Replay;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.oracle.Picture.Account;
import jp.nenkin.ledger.oracle.Picture.Figures;
import jp.nenkin.ledger.oracle.Picture.LumpSum;
import jp.nenkin.ledger.statement.CutOffs;
import jp.nenkin.ledger.statement.Statements;
import org.jspecify.annotations.Nullable;

/** Holds what the ledger has posted to what the oracle counts from the same facts. */
final class LedgerAgreement {
    private final MemoryLedger ledger;
    private final Map<AccountId, Integer> proven = new TreeMap<>(AccountId.IN_ORDER);
    private final Map<AccountId, AccountState> evolved = new TreeMap<>(AccountId.IN_ORDER);
    private final Map<Known, Optional<StatementPrepared>> statements = new HashMap<>();

    private int statementsCompared;

    LedgerAgreement(MemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** All that the statement of a year depends on: most steps change none of it. */
    private record Known(int fiscalYear, List<MemberFact> facts, Rates rates) {}

    /** How many statements have been compared. */
    int statementsCompared() {
        return statementsCompared;
    }

    /** All that can be compared when steps 0 to k have been taken, the statements of every year among it. */
    void check(SeededLife life, int k) {
        Oracle oracle = life.oracleAfter(k);
        checkStored();
        check(oracle.picture());
        checkReplay();
        IntStream.rangeClosed(life.firstYear(), life.booksAfter(k).creditedThrough())
                .forEach(year -> checkStatement(year, oracle));
    }

    /** Every account, and what a lump sum comes to. */
    private void check(Picture picture) {
        Set<AccountId> known = new HashSet<>();
        for (Account account : picture.accounts()) {
            known.add(PlayedLife.account(account.key()));
            check(account);
        }
        ledger.states().forEach((account, state) -> {
            if (!known.contains(account)) {
                assertThat(state).as("no account %s", account).isInstanceOf(Unopened.class);
            }
        });
        picture.lumpSums().forEach(this::check);
    }

    private void check(Account account) {
        AccountId id = PlayedLife.account(account.key());
        AccountState state = ledger.state(id);
        assertThat(standing(state)).as("standing of %s: %s", id, state).isEqualTo(account.standing());
        Map<YearMonth, Long> contributions = new TreeMap<>();
        Map<LocalDate, Long> credits = new TreeMap<>();
        Set<LocalDate> credited = new HashSet<>();
        long received = 0;
        long paid = 0;
        for (AccountEvent event : ledger.events(id)) {
            long amount = event.amount().amount();
            switch (event) {
                case ContributionPosted e -> contributions.merge(e.month(), amount, Long::sum);
                case ContributionAdjusted e -> contributions.merge(e.month(), amount, Long::sum);
                case InterestCredited e -> {
                    credits.merge(e.creditedOn(), amount, Long::sum);
                    credited.add(e.creditedOn());
                }
                case InterestAdjusted e -> credits.merge(e.creditedOn(), amount, Long::sum);
                case TransferCredited e -> received += amount;
                case TransferAdjusted e -> received += amount;
                case BalanceTakenOver e -> received += amount;
                case LumpSumPaid e -> paid -= amount;
                case ExcessRecovered e -> paid -= e.recovered().amount();
                case AccountEvent other -> {}
            }
        }
        contributions.values().removeIf(yen -> yen == 0);
        credits.values().removeIf(yen -> yen == 0);
        assertThat(contributions).as("contributions of %s", id).isEqualTo(account.contributions());
        Map<LocalDate, Long> right = new TreeMap<>();
        account.credits().forEach((day, credit) -> right.put(day, credit.interest()));
        assertThat(credited).as("crediting dates of %s", id).containsAll(right.keySet());
        right.values().removeIf(yen -> yen == 0);
        assertThat(credits).as("credits of %s", id).isEqualTo(right);
        assertThat(received).as("received by %s", id).isEqualTo(received(account));
        if (state instanceof Closed closed) {
            assertThat(paid + closed.balance().amount() - closed.excess().amount())
                    .as("paid out of %s: %s", id, closed)
                    .isEqualTo(account.paidOut());
        } else {
            assertThat(state.balance().amount()).as("balance of %s", id).isEqualTo(account.balance());
        }
    }

    private static long received(Account account) {
        long transferred =
                account.transferred() == null ? 0 : account.transferred().amount();
        return account.takenOver() == null ? transferred : account.takenOver().amount();
    }

    static @Nullable Standing standing(AccountState state) {
        return switch (state) {
            case Unopened unopened -> null;
            case AwaitingBalance awaiting -> null;
            case Closed closed -> Standing.CLOSED;
            case RatePending pending -> Standing.RATE_PENDING;
            case Opened opened ->
                switch (opened.standing()) {
                    case ACTIVE -> Standing.ACTIVE;
                    case PAYABLE -> Standing.PAYABLE;
                    case DEFERRED -> Standing.DEFERRED;
                    case WAITING -> Standing.WAITING;
                    case FROZEN -> Standing.FROZEN;
                    case CLOSED -> Standing.CLOSED;
                    case RATE_PENDING -> Standing.RATE_PENDING;
                };
        };
    }

    /** What all payments came to, less what came back, with what is still to be paid or without what was too much. */
    private void check(LumpSum sum) {
        List<AccountState> accounts = ledger.states().values().stream()
                .filter(state ->
                        state.account().life() == sum.life() && state.account().plan() == PlayedLife.plan(sum.plan()))
                .toList();
        Map<UUID, Long> paid = new HashMap<>();
        for (AccountState state : accounts) {
            for (LumpSumPaid each : ledger.all(state.account(), LumpSumPaid.class)) {
                paid.put(
                        each.paymentId(),
                        each.planBalance().plus(each.rounding()).amount());
            }
            for (ExcessRecovered each : ledger.all(state.account(), ExcessRecovered.class)) {
                paid.put(each.decisionId(), -each.planRecovered().amount());
            }
        }
        long money = paid.values().stream().mapToLong(Long::longValue).sum();
        assertThat(money
                        + PlanBalances.of(accounts)
                                .payable(ledger.books().terms())
                                .amount())
                .as("lump sum %s", sum)
                .isEqualTo(sum.amount());
    }

    /** The facts decided afresh lead to the same states, and to the same amounts from the same days. */
    private void checkReplay() {
        Replay.Replayed replayed =
                Replay.of(PlayedLife.MEMBER, FactsInEffect.of(ledger.facts()), ledger.books(), ledger.right());
        assertThat(replayed.contradictions()).isEmpty();
        ledger.states().forEach((account, state) -> {
            AccountLife none = AccountLife.none(new Unopened(account));
            AccountState afresh =
                    replayed.accounts().getOrDefault(account, none).state();
            List<AccountEvent> right =
                    replayed.accounts().getOrDefault(account, none).events();
            assertThat(byValueDate(ledger.events(account)))
                    .as("value dates of %s", account)
                    .isEqualTo(byValueDate(right));
            if (state instanceof Closed closed && afresh instanceof Closed other) {
                assertThat(other.loss()).isEqualTo(closed.loss());
                assertThat(other.membership()).isEqualTo(closed.membership());
            } else {
                assertThat(afresh).as("replay of %s", account).isEqualTo(state);
            }
        });
    }

    /** What counts from each day, without what was paid. */
    private static Map<LocalDate, Long> byValueDate(List<AccountEvent> events) {
        Map<LocalDate, Long> amounts = new TreeMap<>();
        events.stream()
                .filter(event -> !(event instanceof LumpSumPaid || event instanceof ExcessRecorded))
                .forEach(
                        event -> amounts.merge(event.valueDate(), event.amount().amount(), Long::sum));
        amounts.values().removeIf(yen -> yen == 0);
        return amounts;
    }

    /** New events lead to the stored states, sum up to the balance, and are read back as they were. */
    private void checkStored() {
        ledger.states().forEach((account, state) -> {
            List<AccountEvent> events = ledger.events(account);
            AccountState from = evolved.getOrDefault(account, new Unopened(account));
            for (AccountEvent event : events.subList(proven.getOrDefault(account, 0), events.size())) {
                from = AccountEvolution.evolve(from, event);
                jp.nenkin.events.AccountEvent published = AccountEventCodec.published(event);
                String type = EventType.of(published).writtenName();
                assertThat(AccountEventCodec.read(type, AccountEventCodec.bytes(published)))
                        .isEqualTo(event);
            }
            evolved.put(account, from);
            proven.put(account, events.size());
            assertThat(from).isEqualTo(state);
            assertThat(AccountStateCodec.read(account, AccountStateCodec.bytes(state)))
                    .isEqualTo(state);
            long sum =
                    events.stream().mapToLong(event -> event.amount().amount()).sum();
            assertThat(state.balance().amount()).isEqualTo(sum).isNotNegative();
        });
    }

    /** Rows ① to ⑤ of a closed year. */
    private void checkStatement(int fiscalYear, Oracle oracle) {
        Known known = new Known(fiscalYear, ledger.facts(), ledger.books().rates());
        StatementPrepared prepared =
                statements.computeIfAbsent(known, this::statement).orElse(null);
        if (prepared == null) {
            return;
        }
        statementsCompared++;
        Map<AccountId, Figures> right = new TreeMap<>(AccountId.IN_ORDER);
        oracle.figures(fiscalYear).forEach(each -> right.put(PlayedLife.account(each.key()), each));
        for (AccountFigures row : prepared.accounts()) {
            AccountId account = new AccountId(PlayedLife.MEMBER, row.plan(), row.ordinal());
            Figures figures = Optional.ofNullable(right.get(account))
                    .orElseThrow(() -> new AssertionError("no " + row + " of " + fiscalYear));
            assertThat(List.of(row.opening(), row.credited(), row.interest(), row.closing()))
                    .as("rows of %d of %s", fiscalYear, row)
                    .isEqualTo(List.of(figures.opening(), figures.credited(), figures.interest(), figures.closing()));
            assertThat(row.baseSalary() == null ? 0 : row.baseSalary())
                    .as("base of %d of %s", fiscalYear, row)
                    .isEqualTo(figures.base());
        }
    }

    private Optional<StatementPrepared> statement(Known known) {
        return new Statements(
                        new FiscalYear(known.fiscalYear()),
                        new CutOffs(List.of()),
                        ledger.books(),
                        member -> ledger.right())
                .of(PlayedLife.MEMBER, known.facts());
    }
}
