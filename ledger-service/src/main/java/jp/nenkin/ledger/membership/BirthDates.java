package jp.nenkin.ledger.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.money.MemberNumber;
import org.postgresql.PGConnection;

/** The members' birth dates, on which the age of an old-age right depends; the ledger knows no name. */
@ApplicationScoped
public class BirthDates {
    private final Database database;

    BirthDates(Database database) {
        this.database = database;
    }

    /** A member's birth date; empty while it has not come, or after it was erased. */
    public Optional<LocalDate> of(MemberNumber member) {
        String sql = "select born from birth_date where member = ?";
        return database
                .query(
                        sql,
                        statement -> statement.setLong(1, member.value()),
                        row -> row.getObject("born", LocalDate.class))
                .stream()
                .findFirst();
    }

    /** The members among these whose birth date was not known, or known as another one. */
    public Set<MemberNumber> changed(Map<MemberNumber, LocalDate> births) {
        String sql = "select member, born from birth_date where member = any (?)";
        Set<MemberNumber> changed = new LinkedHashSet<>(births.keySet());
        database
                .query(
                        sql,
                        statement -> {
                            PGConnection connection = statement.getConnection().unwrap(PGConnection.class);
                            statement.setArray(
                                    1, connection.createArrayOf("int8", numbers(List.copyOf(births.keySet()))));
                        },
                        row -> Map.entry(
                                new MemberNumber(row.getLong("member")), row.getObject("born", LocalDate.class)))
                .stream()
                .filter(known -> known.getValue().equals(births.get(known.getKey())))
                .forEach(known -> changed.remove(known.getKey()));
        return changed;
    }

    /** Takes in the latest birth dates. */
    public void put(Map<MemberNumber, LocalDate> births) {
        String sql = """
                insert into birth_date (member, born) select * from unnest(?::int8[], ?::date[])
                on conflict (member) do update set born = excluded.born
                """;
        List<Map.Entry<MemberNumber, LocalDate>> entries = List.copyOf(births.entrySet());
        Object[] days =
                entries.stream().map(entry -> entry.getValue().toString()).toArray();
        database.update(sql, statement -> {
            PGConnection connection = statement.getConnection().unwrap(PGConnection.class);
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "int8",
                            numbers(entries.stream().map(Map.Entry::getKey).toList())));
            statement.setArray(2, statement.getConnection().createArrayOf("date", days));
        });
    }

    /** Forgets members who were erased. */
    public void erase(List<MemberNumber> members) {
        database.update("delete from birth_date where member = any (?)", statement -> {
            PGConnection connection = statement.getConnection().unwrap(PGConnection.class);
            statement.setArray(1, connection.createArrayOf("int8", numbers(members)));
        });
    }

    private static long[] numbers(List<MemberNumber> members) {
        return members.stream().mapToLong(MemberNumber::value).toArray();
    }
}
