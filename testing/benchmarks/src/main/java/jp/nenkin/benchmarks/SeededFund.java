package jp.nenkin.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvolution;
import jp.nenkin.ledger.account.AccountRows;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.account.PlanTerms;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.membership.MemberAccounts;
import jp.nenkin.ledger.membership.MemberDecider;
import jp.nenkin.ledger.membership.MemberDecider.Change;
import jp.nenkin.ledger.membership.MemberDecider.Outcome.Changes;
import jp.nenkin.ledger.membership.MemberFact;
import jp.nenkin.ledger.membership.MemberFact.Balance;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.membership.MemberFactCodec;
import jp.nenkin.ledger.membership.RightToBenefit;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Puts a fund into the ledger as the intake and the take-over would: facts on their members' streams, decided by the
 * service's own rules, appended by its own journal; only not through Kafka and HTTP, which would take most of an hour.
 */
final class SeededFund {
    private static final int MEMBERS_AT_ONCE = 1_000;
    private static final int THREADS = 2;

    private final BenchDatabase database;
    private final Clock clock;
    private final PlanTerms terms = PlanData.read();
    private final Books books = new Books(null, null, new Rates(Map.of()), terms);

    SeededFund(BenchDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void write(YearFund fund) throws SQLException, IOException, InterruptedException {
        try (BenchTransactions transactions = database.transactions();
                ThreadPoolExecutor threads = threads()) {
            Journal journal = Journal.on(transactions.source());
            List<Future<?>> batches = new ArrayList<>();
            List<YearMember> batch = new ArrayList<>();
            fund.each(member -> {
                batch.add(member);
                if (batch.size() == MEMBERS_AT_ONCE) {
                    List<YearMember> full = List.copyOf(batch);
                    batches.add(threads.submit(() -> append(full, journal, transactions)));
                    batch.clear();
                }
            });
            append(batch, journal, transactions);
            for (Future<?> each : batches) {
                each.get();
            }
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the fund could not be taken over", fault.getCause());
        }
        births(fund);
        // As autovacuum would have left it by the end of a month.
        database.execute("vacuum analyze journal_1, stream, birth_date");
    }

    /** Whoever hands in more than can be worked on works himself. */
    private static ThreadPoolExecutor threads() {
        return new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(THREADS),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    private void append(List<YearMember> members, Journal journal, BenchTransactions transactions) {
        List<NewRow> rows =
                members.stream().flatMap(member -> rows(member).stream()).toList();
        List<MemberNumber> numbers = members.stream()
                .map(member -> new MemberNumber(member.number()))
                .toList();
        if (!rows.isEmpty()) {
            transactions.execute(() -> journal.begin(numbers, clock).write(rows));
        }
    }

    /** All rows of a member's facts and of what follows from them. */
    private List<NewRow> rows(YearMember member) {
        MemberNumber number = new MemberNumber(member.number());
        RightToBenefit right = new RightToBenefit(terms, member.born());
        Map<AccountId, AccountState> states = new LinkedHashMap<>();
        Map<AccountId, Integer> versions = new LinkedHashMap<>();
        List<NewRow> rows = new ArrayList<>();
        int version = 0;
        for (MemberFact fact : facts(member)) {
            if (!(MemberDecider.decide(fact, new MemberAccounts(number, states.values()), books, right)
                    instanceof Changes changes)) {
                throw new IllegalStateException(fact + " was not taken");
            }
            for (Change change : changes.changes()) {
                AccountId account = change.account();
                AccountState state = states.getOrDefault(account, new AccountState.Unopened(account));
                rows.addAll(AccountRows.after(versions.getOrDefault(account, 0), state, change.events()));
                for (AccountEvent event : change.events()) {
                    state = AccountEvolution.evolve(state, event);
                }
                states.put(account, state);
                versions.merge(account, change.events().size(), Integer::sum);
            }
            rows.add(row(number, ++version, fact));
        }
        return rows;
    }

    private static NewRow row(MemberNumber member, int version, MemberFact fact) {
        return new NewRow(
                StreamId.of(member),
                version,
                MemberFactCodec.type(fact),
                fact.effectiveOn(),
                Yen.ZERO,
                Yen.ZERO,
                MemberFactCodec.bytes(fact),
                new byte[0],
                version == 1 ? Standing.OPENS_AND_CLOSES : Standing.CLOSES);
    }

    private static List<MemberFact> facts(YearMember member) {
        List<PlanBaseSalary> bases = member.accounts().stream()
                .map(account -> new PlanBaseSalary(account.plan(), account.base()))
                .toList();
        List<MemberFact> facts = new ArrayList<>();
        if (!member.takenOver()) {
            Filing filing = filing(member, FilingType.ENROLMENT);
            facts.add(new Told(new MemberEnrolled(
                    member.memberNumber(),
                    member.establishmentNumber(),
                    member.joinedOn(),
                    bases,
                    false,
                    filing,
                    null)));
            return facts;
        }
        facts.add(new Told(new MemberTakenOver(
                member.memberNumber(),
                member.establishmentNumber(),
                member.joinedOn(),
                List.of(),
                bases,
                List.of(),
                filing(member, FilingType.TAKE_OVER))));
        for (YearAccount account : member.accounts()) {
            AccountId id = AccountId.ordinary(new MemberNumber(member.number()), account.plan(), 0);
            facts.add(new Balance(id, YearMember.firstDay().minusDays(1), new Yen(account.opening())));
        }
        return facts;
    }

    private static Filing filing(YearMember member, FilingType type) {
        return new Filing(new UUID(1, member.number()), type, FilingChannel.DATA, YearMember.firstDay());
    }

    private void births(YearFund fund) throws SQLException, IOException {
        String sql = "copy birth_date (member, born) from stdin";
        try (Connection connection = database.superuser();
                PrintStream out = new PrintStream(
                        new BufferedOutputStream(
                                new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql), 1 << 16),
                        false,
                        StandardCharsets.US_ASCII)) {
            fund.each(member -> out.append(Long.toString(member.number()))
                    .append('\t')
                    .append(member.born().toString())
                    .append('\n'));
            if (out.checkError()) {
                throw new IOException("the birth dates could not be written");
            }
        }
    }
}
