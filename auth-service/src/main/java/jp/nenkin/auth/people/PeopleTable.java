package jp.nenkin.auth.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.events.MemberProfile;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Database;

/** The rows of person and of standing. */
@ApplicationScoped
class PeopleTable {
    // The newest fact in force says what he is; on one day a membership that begins outdoes one that ends.
    private static final String FIND = """
            SELECT p.birth_date, f.kind, f.death,
                   EXISTS (SELECT FROM standing s
                            WHERE s.member_number = p.member_number
                              AND s.standing NOT IN ('FROZEN', 'CLOSED')) AS has_right
              FROM person p
              LEFT JOIN LATERAL (SELECT kind, death
                                   FROM membership_fact f
                                  WHERE f.member_number = p.member_number AND (f.kind = 'ENROLLED' OR f.on_day <= ?)
                                  ORDER BY f.on_day DESC, f.kind
                                  LIMIT 1) f ON true
             WHERE p.member_number = ?
            """;
    private static final String PUT = """
            INSERT INTO person (member_number, birth_date) VALUES (?, ?)
                ON CONFLICT (member_number) DO UPDATE SET birth_date = excluded.birth_date
            """;
    private static final String PUT_STANDING = """
            INSERT INTO standing (member_number, plan, ordinal, standing) VALUES (?, ?, ?, ?)
                ON CONFLICT (member_number, plan, ordinal) DO UPDATE SET standing = excluded.standing
            """;

    private final Database database;

    PeopleTable(Database database) {
        this.database = database;
    }

    Optional<KnownPerson> find(String number, LocalDate today) {
        return database.first(
                FIND,
                statement -> {
                    statement.setObject(1, today);
                    statement.setString(2, number);
                },
                row -> new KnownPerson(number, row.getObject("birth_date", LocalDate.class), status(row)));
    }

    void put(MemberProfile profile) {
        database.update(PUT, statement -> {
            statement.setString(1, profile.memberNumber());
            statement.setObject(2, profile.birthDate());
        });
    }

    void erase(List<String> numbers) {
        for (String table : List.of("person", "membership_fact", "standing")) {
            database.update(
                    "DELETE FROM " + table + " WHERE member_number = ANY (?)",
                    statement ->
                            statement.setArray(1, statement.getConnection().createArrayOf("text", numbers.toArray())));
        }
    }

    void putStanding(String number, Plan plan, int ordinal, AccountStanding standing) {
        database.update(PUT_STANDING, statement -> {
            statement.setString(1, number);
            statement.setString(2, plan.name());
            statement.setInt(3, ordinal);
            statement.setString(4, standing.name());
        });
    }

    private static KnownPerson.Status status(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        if (kind == null) {
            return KnownPerson.Status.NONE;
        }
        if (kind.equals("ENROLLED")) {
            return KnownPerson.Status.MEMBER;
        }
        if (row.getBoolean("death")) {
            return KnownPerson.Status.DECEASED;
        }
        return row.getBoolean("has_right") ? KnownPerson.Status.LEFT_WITH_RIGHT : KnownPerson.Status.LEFT;
    }
}
