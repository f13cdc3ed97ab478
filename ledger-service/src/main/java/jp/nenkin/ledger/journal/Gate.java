package jp.nenkin.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * The order in which appends and the closes of runs come: an append holds the gate shared and the shards of its members
 * until its commit, a run holds the gate alone while its table becomes a segment.
 */
@ApplicationScoped
public class Gate {
    private static final int SHARDS = 256;
    // Two statements in one message, so that there is one answer to wait for. The statements of an append look up rows
    // by their keys whatever the parameters: planned for each array of keys anew, they took half of a lone append.
    private static final String ENTER = """
            select pg_current_xact_id_if_assigned() is not null as late,
                set_config('plan_cache_mode', 'force_generic_plan', true), pg_advisory_xact_lock_shared(7101, 0);
            select pg_advisory_xact_lock(7102, shard) from unnest(?::int4[]) as shard
            """;
    // A close holds the gate alone and an append shared; either may have taken its time already.
    private static final String UNDER_WAY = """
            select (extract(epoch from max(clock_timestamp() - activity.xact_start)) * 1000000)::int8 as micros
            from pg_locks held join pg_stat_activity activity on activity.pid = held.pid
            where held.locktype = 'advisory' and held.classid = 7101 and held.objid = 0 and held.objsubid = 2
                and held.database = (select oid from pg_database where datname = current_database())
                and held.granted and held.pid <> pg_backend_pid()
            """;

    private final Database database;

    public Gate(Database database) {
        this.database = database;
    }

    /** The shard of a member. */
    static int shard(long member) {
        return (int) (member % SHARDS);
    }

    /**
     * Waits for the gate and for the members' shards, in their order, so that two appends cannot wait for each other.
     *
     * @param members member numbers; 0 stands for what belongs to no member
     * @throws IllegalStateException when the transaction has written before: its number would then be older than
     *     those of appends it waits for, and the relay, which goes by the numbers, would publish out of order
     */
    void enter(Collection<Long> members) {
        int[] shards =
                members.stream().mapToInt(Gate::shard).distinct().sorted().toArray();
        if (database.on(connection -> isLate(connection, shards))) {
            throw new IllegalStateException("the gate comes before the first write of a transaction");
        }
    }

    private static boolean isLate(Connection connection, int[] shards) throws SQLException {
        try (PreparedStatement enter = connection.prepareStatement(ENTER)) {
            enter.setArray(1, connection.unwrap(PGConnection.class).createArrayOf("int4", shards));
            enter.execute();
            try (ResultSet first = enter.getResultSet()) {
                first.next();
                return first.getBoolean("late");
            }
        }
    }

    /** How long the oldest of the transactions that hold the gate has lasted; empty while nobody holds it. */
    Optional<Duration> longestUnderWay() {
        return database.query(
                        UNDER_WAY,
                        Database.Binding.NONE,
                        row -> Optional.ofNullable(row.getObject("micros", Long.class))
                                .map(micros -> Duration.of(micros, ChronoUnit.MICROS)))
                .getFirst();
    }
}
