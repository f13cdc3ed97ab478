package jp.nenkin.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The order in which appends and the closes of runs come: an append holds the gate shared and the shards of its members
 * until its commit, a run holds the gate alone while its table becomes a segment.
 */
@ApplicationScoped
public class Gate {
    private static final int SHARDS = 256;
    private static final String ENTER = """
            select pg_current_xact_id_if_assigned() is not null as late, pg_advisory_xact_lock_shared(7101, 0)
            """;
    // A close holds the gate alone and an append shared; either may have taken its time already.
    private static final String UNDER_WAY = """
            select (extract(epoch from max(clock_timestamp() - activity.xact_start)) * 1000000)::int8 as micros
            from pg_locks held join pg_stat_activity activity on activity.pid = held.pid
            where held.locktype = 'advisory' and held.classid = 7101 and held.objid = 0 and held.objsubid = 2
                and held.database = (select oid from pg_database where datname = current_database())
                and held.granted and held.pid <> pg_backend_pid()
            """;
    private static final String TAKE_SHARDS =
            "select pg_advisory_xact_lock(7102, shard) from unnest(?::int4[]) as shard";

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
        boolean late = database.query(ENTER, Database.Binding.NONE, row -> row.getBoolean("late"))
                .getFirst();
        if (late) {
            throw new IllegalStateException("the gate comes before the first write of a transaction");
        }
        int[] shards = members.stream()
                .flatMapToLong(LongStream::of)
                .mapToInt(Gate::shard)
                .distinct()
                .sorted()
                .toArray();
        Integer[] boxed = Arrays.stream(shards).boxed().toArray(Integer[]::new);
        database.query(
                TAKE_SHARDS,
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("int4", boxed)),
                row -> shards.length);
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
