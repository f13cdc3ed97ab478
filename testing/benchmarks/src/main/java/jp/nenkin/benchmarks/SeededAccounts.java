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
import java.util.UUID;
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
import jp.nenkin.ledger.account.PlanTerms;
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

/** Accounts eleven months after their last crediting, each as its newest row in the first online segment. */
final class SeededAccounts {
    static final FiscalYear YEAR = new FiscalYear(2023);
    private static final LocalDate JOINED = LocalDate.of(2015, 4, 1);
    private static final long[] GRADES = {200_000, 260_000, 300_000, 380_000, 470_000, 560_000, 650_000};
    private static final HexFormat HEX = HexFormat.of();

    private final Books books;
    private final HashChain chain = new HashChain();

    SeededAccounts(Rates rates, PlanTerms terms) {
        this.books = new Books(YEAR.lastMonth().minusMonths(1), YEAR.previous(), rates, terms);
    }

    /** How the books stand after the last month's run. */
    static Books complete(Rates rates, PlanTerms terms) {
        return new Books(YEAR.lastMonth(), YEAR.previous(), rates, terms);
    }

    static YearMonth lastMonth() {
        return YEAR.lastMonth();
    }

    void write(Connection connection, int accounts) throws SQLException, IOException {
        String sql = "copy journal_1 (stream, amount, balance, recorded_at, version, segment, value_date, type, hash,"
                + " state, payload) from stdin";
        try (OutputStream out =
                new BufferedOutputStream(new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql), 1 << 16)) {
            for (int member = 1; member <= accounts; member++) {
                out.write(line(newest(member)).getBytes(UTF_8));
            }
        }
    }

    private NewRow newest(int member) {
        AccountId account = new AccountId(new MemberNumber(member), Plan.FIRST, 0);
        AccountState state = new AccountState.Unopened(account);
        AccountState before = state;
        List<AccountEvent> events = new ArrayList<>();
        for (AccountCommand command : takeOver(member)) {
            List<AccountEvent> decided = decide(state, command);
            for (AccountEvent event : decided) {
                before = state;
                state = AccountEvolution.evolve(state, event);
            }
            events.addAll(decided);
        }
        // Only the last row is wanted, so only its event is written as JSON.
        return AccountRows.after(events.size() - 1, before, List.of(events.getLast()))
                .getFirst();
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

    private String line(NewRow row) {
        byte[] hash = chain.next(HashChain.origin(), 1, BenchClock.START, row);
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
