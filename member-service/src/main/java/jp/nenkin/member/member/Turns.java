package jp.nenkin.member.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import jp.nenkin.kit.Database;
import jp.nenkin.member.establishment.EstablishmentNumber;

/**
 * Who may file at a time, until the end of the transaction.
 *
 * <p>Not by locks of rows: waiting for one, a transaction may have its id already, and its events would be sent before
 * those of the one it waited for. So a turn is taken before anything is written.
 */
@ApplicationScoped
public class Turns {
    private static final ScopedValue<Boolean> ALL_TAKEN = ScopedValue.newInstance();

    private final Database database;

    Turns(Database database) {
        this.database = database;
    }

    /** For one filing: files of the establishment wait for it, other single filings do not. */
    public void share(EstablishmentNumber establishment) {
        if (!ALL_TAKEN.isBound()) {
            lock("SELECT true FROM pg_advisory_xact_lock_shared(hashtextextended(?, 0))", name(establishment));
        }
    }

    /**
     * For a file, whose rows are filed in one transaction: every other filing of the establishment waits for its end.
     * The work takes no turns of its own, since a lock for each of a hundred thousand rows is more than there is room
     * for, and since it has begun to write after its first row.
     */
    public <T> T all(EstablishmentNumber establishment, Supplier<T> work) {
        lock("SELECT true FROM pg_advisory_xact_lock(hashtextextended(?, 0))", name(establishment));
        return withoutTurns(work);
    }

    /** For what is rolled back in any case: it waits for nobody, and keeps nobody waiting. */
    public <T> T withoutTurns(Supplier<T> work) {
        return ScopedValue.where(ALL_TAKEN, true).call(work::get);
    }

    /** One decision at a time on something that waits. */
    public void takeForDecision(UUID waiting) {
        take("decision/" + waiting);
    }

    /** One at a time for this name. */
    void take(String name) {
        if (!ALL_TAKEN.isBound()) {
            lock("SELECT true FROM pg_advisory_xact_lock(hashtextextended(?, 0))", name);
        }
    }

    private void lock(String sql, String name) {
        database.query(sql, statement -> statement.setString(1, name), row -> true);
    }

    private static String name(EstablishmentNumber establishment) {
        return "filings/" + establishment.value();
    }
}
