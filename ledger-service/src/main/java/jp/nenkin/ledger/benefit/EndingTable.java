package jp.nenkin.ledger.benefit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.nenkin.ledger.account.AccountState.Earning;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.membership.MemberAccounts;
import jp.nenkin.ledger.money.MemberNumber;
import org.postgresql.PGConnection;

/** The members whose deferral or waiting has a last day, with the first such day. */
@ApplicationScoped
class EndingTable {
    // Small, because a transaction holds up other appends to the same shards.
    private static final int AT_ONCE = 50;

    private final Database database;

    EndingTable(Database database) {
        this.database = database;
    }

    /** Notes the first last day of the accounts, or that there is none; to be called under the member's lock. */
    void note(MemberAccounts accounts) {
        Optional<LocalDate> day = accounts.ofLife(accounts.life()).stream()
                .flatMap(
                        state -> state instanceof Earning earning ? Stream.ofNullable(earning.until()) : Stream.empty())
                .min(LocalDate::compareTo);
        String sql = day.isPresent() ? """
                insert into ending (member, day) values (?, ?) on conflict (member) do update set day = excluded.day
                """ : "delete from ending where member = ?";
        database.update(sql, statement -> {
            statement.setLong(1, accounts.member().value());
            if (day.isPresent()) {
                statement.setObject(2, day.get());
            }
        });
    }

    /** Whether this transaction is the only one that ends what has come. */
    boolean isAlone() {
        return database.query(
                        "select pg_try_advisory_xact_lock(7133, 1)", Database.Binding.NONE, row -> row.getBoolean(1))
                .getFirst();
    }

    /** Some members whose day has come. */
    List<MemberNumber> due(LocalDate today) {
        return database.query(
                "select member from ending where day <= ? order by day, member limit ?",
                statement -> {
                    statement.setObject(1, today);
                    statement.setInt(2, AT_ONCE);
                },
                row -> new MemberNumber(row.getLong("member")));
    }

    /** Forgets the days that have come of members whose accounts were brought to them. */
    void settle(List<MemberNumber> members, LocalDate today) {
        database.update("delete from ending where member = any (?) and day <= ?", statement -> {
            PGConnection connection = statement.getConnection().unwrap(PGConnection.class);
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "int8",
                            members.stream().mapToLong(MemberNumber::value).toArray()));
            statement.setObject(2, today);
        });
    }
}
