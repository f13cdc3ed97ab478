package jp.nenkin.ledger.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.membership.MemberFact;
import jp.nenkin.ledger.membership.MemberFactCodec;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.MemberRange;

/** The facts on record in the journal, by member. */
@ApplicationScoped
public class FactTable {
    // Facts are appended one by one, so they lie in online segments alone and no run's table is read.
    private static final String FROM = """
            select stream, type, payload from journal
            where segment = any (array(select id from segment where kind = 'ONLINE'))
              and stream between ? and ? and stream % 10000 = 0
            order by stream, version limit ?
            """;

    private static final int PAGE = 10_000;

    private final Database database;

    FactTable(Database database) {
        this.database = database;
    }

    /** A fact and the member it is about. */
    public record Fact(MemberNumber member, MemberFact fact) {}

    /**
     * The facts of some members, for one pass through them.
     *
     * @param transaction runs each page's read in a transaction of its own
     */
    public FactPages pages(MemberRange members, UnaryOperator<Supplier<List<Fact>>> transaction) {
        return new FactPages(
                members.first(),
                from -> transaction
                        .apply(() -> page(new MemberRange(from, members.last())))
                        .get(),
                PAGE);
    }

    private List<Fact> page(MemberRange members) {
        return database.query(
                FROM,
                statement -> {
                    statement.setLong(1, StreamId.of(members.first()).value());
                    statement.setLong(2, StreamId.of(members.last()).value());
                    statement.setInt(3, PAGE);
                },
                FactTable::fact);
    }

    private static Fact fact(ResultSet row) throws SQLException {
        MemberNumber member = new StreamId(row.getLong("stream")).member();
        return new Fact(member, MemberFactCodec.read(row.getString("type"), row.getBytes("payload")));
    }
}
