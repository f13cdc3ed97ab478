package jp.nenkin.ledger.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.SegmentHead;
import jp.nenkin.ledger.money.Yen;

/** The steps of a run's table from its making to its place among the segments, each a function of the database. */
@ApplicationScoped
class RunSegments {
    private final Database database;

    RunSegments(Database database) {
        this.database = database;
    }

    /** Makes the run's table unless it has one, and says which segment it may become. */
    int open(Run run) {
        return call("select open_run_table(?)", run, row -> row.getInt(1));
    }

    /** Builds the key unless it is there. */
    void seal(Run run) {
        call("select seal_run_table(?)", run, row -> true);
    }

    /** Takes the drafts of members away and says what they were. */
    RunTotals repair(Run run, List<Long> members) {
        return database.query(
                        "select streams, events, amount from repair_run_table(?, ?)",
                        statement -> {
                            statement.setLong(1, run.number());
                            statement.setArray(2, statement.getConnection().createArrayOf("int8", members.toArray()));
                        },
                        row -> new RunTotals(row.getLong(1), row.getLong(2), new Yen(row.getLong(3))))
                .getFirst();
    }

    /** Holds appends off until the transaction ends. */
    void closeGate(Run run) {
        call("select close_gate(?)", run, row -> true);
    }

    /** The run's rows become the newest generation; gives the online segment that follows. */
    int attach(Run run, ValueDates rows, ValueDates online) {
        return database.query(
                        "select attach_run_table(?, ?, ?, ?, ?)",
                        statement -> {
                            statement.setLong(1, run.number());
                            statement.setObject(2, rows.from());
                            statement.setObject(3, rows.until());
                            statement.setObject(4, online.from());
                            statement.setObject(5, online.until());
                        },
                        row -> row.getInt(1))
                .getFirst();
    }

    /** About how many open streams there are, as the statistics know it. */
    long expected(SegmentHead head) {
        String sql =
                "select coalesce(sum(greatest(reltuples, 0)), 0)::bigint from pg_class where oid = any (?::regclass[])";
        String[] leaves = head.generation() == null
                ? new String[] {SegmentHead.leaf(head.online())}
                : new String[] {SegmentHead.leaf(head.online()), SegmentHead.leaf(head.generation())};
        return database.query(
                        sql,
                        statement ->
                                statement.setArray(1, statement.getConnection().createArrayOf("text", leaves)),
                        row -> row.getLong(1))
                .getFirst();
    }

    private <T> T call(String function, Run run, Database.RowReader<T> result) {
        return database.query(function, statement -> statement.setLong(1, run.number()), result)
                .getFirst();
    }
}
