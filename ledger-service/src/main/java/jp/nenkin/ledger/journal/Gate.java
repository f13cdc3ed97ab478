package jp.nenkin.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;

/**
 * The order in which appends and runs come: an append holds the gate shared and the shards of its members until its
 * commit, a run holds the gate alone.
 */
@ApplicationScoped
public class Gate {
    /** Takes the gate alone for the session, as a run does. */
    public static final String CLOSE_FOR_SESSION = "select pg_advisory_lock(7101, 0)";

    private static final int SHARDS = 256;
    private static final String ENTER = """
            select pg_current_xact_id_if_assigned() is not null as late, pg_advisory_xact_lock_shared(7101, 0)
            """;
    private static final String TAKE_SHARDS =
            "select pg_advisory_xact_lock(7102, shard) from unnest(?::int4[]) as shard";

    private final Database database;

    public Gate(Database database) {
        this.database = database;
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
                .mapToInt(member -> (int) (member % SHARDS))
                .distinct()
                .sorted()
                .toArray();
        Integer[] boxed = Arrays.stream(shards).boxed().toArray(Integer[]::new);
        database.query(
                TAKE_SHARDS,
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("int4", boxed)),
                row -> shards.length);
    }
}
