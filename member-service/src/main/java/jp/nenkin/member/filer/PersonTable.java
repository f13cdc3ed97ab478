package jp.nenkin.member.filer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.nenkin.kit.Database;
import jp.nenkin.member.establishment.EstablishmentNumber;

/** The people of establishments in all revisions of their entries, of which the latest holds. */
@ApplicationScoped
class PersonTable {
    private static final String IN_FORCE = """
            SELECT * FROM filing_person p
             WHERE NOT EXISTS (SELECT FROM filing_person later
                                WHERE later.establishment_number = p.establishment_number
                                  AND later.user_name = p.user_name AND later.revision > p.revision)
               AND establishment_number = ?
            """;
    private static final String ADD = """
            INSERT INTO filing_person (establishment_number, user_name, revision, name, role, from_day, until_day,
                                       set_at, set_by)
            SELECT ?, ?, 1 + count(*), ?, ?, ?, ?, ?, ?
              FROM filing_person WHERE establishment_number = ? AND user_name = ?
            """;

    private final Database database;
    private final Clock clock;

    PersonTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<ListedPerson> of(EstablishmentNumber establishment) {
        return database.query(
                IN_FORCE + " ORDER BY user_name",
                statement -> statement.setString(1, establishment.value()),
                PersonTable::person);
    }

    Optional<ListedPerson> find(EstablishmentNumber establishment, String userName) {
        return database.first(
                IN_FORCE + " AND user_name = ?",
                statement -> {
                    statement.setString(1, establishment.value());
                    statement.setString(2, userName);
                },
                PersonTable::person);
    }

    /** One entry of an establishment at a time, until the end of the transaction. */
    void takeTurn(EstablishmentNumber establishment) {
        database.query(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                statement -> statement.setString(1, "people/" + establishment),
                _ -> true);
    }

    /** Adds the next revision of a person's entry, which from now on holds. */
    void add(EstablishmentNumber establishment, ListedPerson person, String by) {
        int _ = database.update(ADD, statement -> {
            statement.setString(1, establishment.value());
            statement.setString(2, person.userName());
            statement.setString(3, person.name());
            statement.setString(4, person.role().name());
            statement.setObject(5, person.from());
            statement.setObject(6, person.until());
            statement.setObject(7, OffsetDateTime.now(clock));
            statement.setString(8, by);
            statement.setString(9, establishment.value());
            statement.setString(10, person.userName());
        });
    }

    private static ListedPerson person(ResultSet row) throws SQLException {
        return new ListedPerson(
                row.getString("user_name"),
                row.getString("name"),
                PersonRole.valueOf(row.getString("role")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class));
    }
}
