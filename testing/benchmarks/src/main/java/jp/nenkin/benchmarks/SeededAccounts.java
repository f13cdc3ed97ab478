package jp.nenkin.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.account.AccountCommand;
import jp.nenkin.ledger.account.AccountCommand.OpenForTakeOver;
import jp.nenkin.ledger.account.AccountCommand.TakeOverBalance;
import jp.nenkin.ledger.account.AccountDecider;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvolution;
import jp.nenkin.ledger.account.AccountRows;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.Decision;
import jp.nenkin.ledger.account.Membership;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.journal.HashChain;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Accounts some months after their last crediting, in the first online segment. */
final class SeededAccounts {
    static final FiscalYear YEAR = new FiscalYear(2023);
    private static final LocalDate JOINED = LocalDate.of(2015, 4, 1);
    private static final long[] GRADES = {200_000, 260_000, 300_000, 380_000, 470_000, 560_000, 650_000};
    private static final HexFormat HEX = HexFormat.of();

    private final Books books;
    private final HashChain chain = new HashChain();

    /** Accounts whose contributions are posted through a month of the year. */
    SeededAccounts(YearMonth through) {
        this.books = new Books(through, YEAR.previous(), new Rates(Map.of()), PlanData.read());
    }

    /** Writes the newest row of each account. */
    void writeNewest(Connection connection, int accounts) throws SQLException, IOException {
        write(connection, accounts, this::newest);
    }

    /** Writes all rows of each account. */
    void writeLives(Connection connection, int accounts) throws SQLException, IOException {
        write(connection, accounts, this::life);
    }

    private void write(Connection connection, int accounts, IntFunction<List<NewRow>> rows)
            throws SQLException, IOException {
        String sql = "copy journal_1 (stream, amount, balance, recorded_at, version, segment, value_date, type, hash,"
                + " state, payload) from stdin";
        try (OutputStream out =
                new BufferedOutputStream(new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql), 1 << 16)) {
            for (int member = 1; member <= accounts; member++) {
                byte[] hash = HashChain.origin();
                for (NewRow row : rows.apply(member)) {
                    hash = chain.next(hash, 1, BenchClock.START, row);
                    out.write(line(row, hash).getBytes(UTF_8));
                }
            }
        }
    }

    private List<NewRow> life(int member) {
        return AccountRows.after(Optional.empty(), account(member), events(member));
    }

    /** Only the last row is wanted, so only its event is written as JSON. */
    private List<NewRow> newest(int member) {
        List<AccountEvent> events = events(member);
        AccountState before = new AccountState.Unopened(account(member));
        for (AccountEvent event : events.subList(0, events.size() - 1)) {
            before = AccountEvolution.evolve(before, event);
        }
        return AccountRows.after(events.size() - 1, before, List.of(events.getLast()));
    }

    private List<AccountEvent> events(int member) {
        AccountState state = new AccountState.Unopened(account(member));
        List<AccountEvent> events = new ArrayList<>();
        for (AccountCommand command : takeOver(member)) {
            for (AccountEvent event : decide(state, command)) {
                state = AccountEvolution.evolve(state, event);
                events.add(event);
            }
        }
        return events;
    }

    private static AccountId account(int member) {
        return new AccountId(new MemberNumber(member), Plan.FIRST, 0);
    }

    private static List<AccountCommand> takeOver(int member) {
        Membership membership =
                new Membership(new EstablishmentNumber(1_000_000 + member % 500), JOINED, JOINED, 0, false, 0);
        Filing filing = new Filing(new UUID(0, member), FilingType.TAKE_OVER, FilingChannel.DATA, JOINED);
        Yen baseSalary = new Yen(GRADES[member % GRADES.length]);
        return List.of(
                new OpenForTakeOver(membership, baseSalary, filing),
                new TakeOverBalance(YEAR.previous().lastDay(), new Yen(100_000 + member % 900_000)));
    }

    private List<AccountEvent> decide(AccountState state, AccountCommand command) {
        return switch (AccountDecider.decide(state, command, books)) {
            case Decision.Accepted accepted -> accepted.events();
            case Decision.Retroactive retroactive -> throw new IllegalStateException(retroactive.detail());
            case Decision.Refused refused -> throw new IllegalStateException(refused.detail());
        };
    }

    private static String line(NewRow row, byte[] hash) {
        return String.join(
                        "\t",
                        Long.toString(row.stream().value()),
                        Long.toString(row.amount().amount()),
                        Long.toString(row.balance().amount()),
                        BenchClock.START.toString(),
                        Integer.toString(row.version()),
                        "1",
                        row.valueDate().toString(),
                        row.type(),
                        bytea(hash),
                        bytea(row.state()),
                        bytea(row.payload()))
                + "\n";
    }

    private static String bytea(byte[] bytes) {
        return "\\\\x" + HEX.formatHex(bytes);
    }
}
