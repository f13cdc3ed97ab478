package jp.nenkin.ledger.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.nenkin.events.EventType;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.MemberNumber;

/** The facts in the journal, by member: filings and take-overs, not what follows from them. */
@ApplicationScoped
public class FactTable {
    private static final String[] FACTS = Stream.of(
                    EventType.ACCOUNT_OPENED,
                    EventType.BALANCE_TAKEN_OVER,
                    EventType.BASE_SALARY_RECORDED,
                    EventType.MEMBERSHIP_ENDED,
                    EventType.MEMBERSHIP_RESUMED)
            .map(EventType::writtenName)
            .toArray(String[]::new);
    // Facts are appended one by one, so they lie in online segments alone and no run's table is read.
    private static final String FROM = """
            select stream, type, payload from journal
            where segment = any (array(select id from segment where kind = 'ONLINE'))
              and type = any (?) and stream >= ?
            order by stream, version limit ?
            """;

    private static final int PAGE = 10_000;

    private final Database database;

    FactTable(Database database) {
        this.database = database;
    }

    /** A fact and the member it is about. */
    public record Fact(MemberNumber member, AccountEvent event) {}

    /**
     * All facts, for one pass through the members.
     *
     * @param transaction runs each page's read in a transaction of its own
     */
    public FactPages pages(UnaryOperator<Supplier<List<Fact>>> transaction) {
        return new FactPages(from -> transaction.apply(() -> page(from)).get(), PAGE);
    }

    private List<Fact> page(MemberNumber from) {
        return database.query(
                FROM,
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("text", FACTS));
                    statement.setLong(2, StreamId.of(from).value());
                    statement.setInt(3, PAGE);
                },
                FactTable::fact);
    }

    private static Fact fact(ResultSet row) throws SQLException {
        MemberNumber member = new StreamId(row.getLong("stream")).member();
        return new Fact(member, AccountEventCodec.read(row.getString("type"), row.getBytes("payload")));
    }
}
