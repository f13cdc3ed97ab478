package jp.nenkin.ledger.benefit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.membership.MemberAccounts;
import jp.nenkin.ledger.money.MemberNumber;
import org.jspecify.annotations.Nullable;

/** The members for whom something that was filed waits for the rate of a year. */
@ApplicationScoped
class AwaitedRateTable {
    private static final String DUE = """
            select distinct member from rate_pending
            where refusal is null
              and fiscal_year in (select fiscal_year from rate_proposal where approved_by is not null)
            order by member limit ?
            """;

    private final Database database;

    AwaitedRateTable(Database database) {
        this.database = database;
    }

    /** A member who waits. */
    record Awaited(
            MemberNumber member, int fiscalYear, @Nullable String refusal) {}

    /** Notes each year that the accounts wait for; to be called under the member's lock. */
    void note(MemberAccounts accounts) {
        accounts.ofLife(accounts.life()).stream()
                .filter(RatePending.class::isInstance)
                .map(state -> ((RatePending) state).awaited().year())
                .distinct()
                .forEach(year -> insert(accounts.member(), year));
    }

    private void insert(MemberNumber member, int year) {
        String sql = """
                insert into rate_pending (member, fiscal_year) values (?, ?)
                on conflict (member, fiscal_year) do update set refusal = null
                """;
        database.update(sql, statement -> {
            statement.setLong(1, member.value());
            statement.setInt(2, year);
        });
    }

    /** Whether this transaction is the only one that decides such members. */
    boolean isAlone() {
        return database.query(
                        "select pg_try_advisory_xact_lock(7133, 0)", Database.Binding.NONE, row -> row.getBoolean(1))
                .getFirst();
    }

    /** Some members whose rate has come. */
    List<MemberNumber> due(int most) {
        return database.query(
                DUE, statement -> statement.setInt(1, most), row -> new MemberNumber(row.getLong("member")));
    }

    /** Forgets that a member waits for rates that are approved. */
    void settle(MemberNumber member) {
        String sql = """
                delete from rate_pending where member = ?
                  and fiscal_year in (select fiscal_year from rate_proposal where approved_by is not null)
                """;
        database.update(sql, statement -> statement.setLong(1, member.value()));
    }

    /** Notes why a member could not be decided. */
    void refuse(MemberNumber member, String refusal) {
        database.update("update rate_pending set refusal = ? where member = ?", statement -> {
            statement.setString(1, refusal);
            statement.setLong(2, member.value());
        });
    }

    /** The members who wait, by year and number. */
    List<Awaited> waiting(int most) {
        return database.query(
                "select member, fiscal_year, refusal from rate_pending order by fiscal_year, member limit ?",
                statement -> statement.setInt(1, most),
                row -> new Awaited(
                        new MemberNumber(row.getLong("member")), row.getInt("fiscal_year"), row.getString("refusal")));
    }
}
