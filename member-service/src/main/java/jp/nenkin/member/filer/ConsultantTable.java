package jp.nenkin.member.filer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.nenkin.kit.Database;

/** The consultants in all revisions of their names, of which the latest holds. */
@ApplicationScoped
class ConsultantTable {
    private static final String IN_FORCE = """
            SELECT c.code, n.name FROM consultant c JOIN consultant_name n ON n.consultant = c.code
             WHERE NOT EXISTS (SELECT FROM consultant_name later
                                WHERE later.consultant = n.consultant AND later.revision > n.revision)
            """;
    private static final String ADD =
            "INSERT INTO consultant (code, registered_at, registered_by) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String NAME = """
            INSERT INTO consultant_name (consultant, revision, name, named_at, named_by)
            SELECT code, 1 + (SELECT count(*) FROM consultant_name n WHERE n.consultant = code), ?, ?, ?
              FROM consultant WHERE code = ?
            """;

    private final Database database;
    private final Clock clock;

    ConsultantTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those after a code, in the order of codes. */
    List<Consultant> after(String code, int most) {
        return database.query(
                IN_FORCE + " AND c.code > ? ORDER BY c.code LIMIT ?",
                statement -> {
                    statement.setString(1, code);
                    statement.setInt(2, most);
                },
                ConsultantTable::consultant);
    }

    Optional<Consultant> find(ConsultantCode code) {
        return database.first(
                IN_FORCE + " AND c.code = ?",
                statement -> statement.setString(1, code.value()),
                ConsultantTable::consultant);
    }

    /** Adds a code, without a name yet; false if it is there. */
    boolean add(ConsultantCode code, String officer) {
        return database.update(ADD, statement -> {
                    statement.setString(1, code.value());
                    statement.setObject(2, OffsetDateTime.now(clock));
                    statement.setString(3, officer);
                })
                == 1;
    }

    /** One name of a consultant at a time, until the end of the transaction. */
    void takeTurn(ConsultantCode code) {
        database.query(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                statement -> statement.setString(1, "consultant/" + code),
                _ -> true);
    }

    /** Adds the next revision of the name, which from now on holds; false if there is no such consultant. */
    boolean name(Consultant consultant, String officer) {
        return database.update(NAME, statement -> {
                    statement.setString(1, consultant.name());
                    statement.setObject(2, OffsetDateTime.now(clock));
                    statement.setString(3, officer);
                    statement.setString(4, consultant.code().value());
                })
                == 1;
    }

    private static Consultant consultant(ResultSet row) throws SQLException {
        return new Consultant(new ConsultantCode(row.getString("code")), row.getString("name"));
    }
}
