package jp.nenkin.notice.balance;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.kit.CannotProcess;
import jp.nenkin.kit.Database;

/** The statements as they were published, and which of them no message has been made of yet. */
@ApplicationScoped
class StatementTable {
    private static final String KEEP = """
            WITH kept AS (
                INSERT INTO statement (fiscal_year, member_number, payload)
                SELECT * FROM unnest(?::integer[], ?::text[], ?::text[])
                    ON CONFLICT DO NOTHING
                RETURNING fiscal_year, member_number)
            INSERT INTO unpublished_statement (fiscal_year, member_number)
            SELECT fiscal_year, member_number FROM kept
            """;
    private static final String CHANGED = """
            SELECT kept.fiscal_year, kept.member_number
              FROM statement kept
              JOIN unnest(?::integer[], ?::text[], ?::text[]) AS told (fiscal_year, member_number, payload)
             USING (fiscal_year, member_number)
             WHERE kept.payload <> told.payload
             LIMIT 1
            """;

    private final Database database;

    StatementTable(Database database) {
        this.database = database;
    }

    /** A statement as its event brought it. */
    record Told(int fiscalYear, String memberNumber, String payload) {}

    /**
     * Keeps statements, within the caller's transaction; told again it makes no difference.
     *
     * @throws CannotProcess if a member's year is told with other figures than before: a notice may stand on those
     */
    void keep(List<Told> statements) {
        if (statements.isEmpty()) {
            return;
        }
        database.update(KEEP, statement -> bind(statement, statements));
        database.first(
                        CHANGED,
                        statement -> bind(statement, statements),
                        row -> row.getString("member_number") + " " + row.getInt("fiscal_year"))
                .ifPresent(which -> {
                    throw new CannotProcess("statement-changed", which);
                });
    }

    Optional<StatementPrepared> find(int fiscalYear, String memberNumber) {
        return database.first(
                        "SELECT payload FROM statement WHERE fiscal_year = ? AND member_number = ?",
                        statement -> {
                            statement.setInt(1, fiscalYear);
                            statement.setString(2, memberNumber);
                        },
                        row -> row.getString("payload"))
                .map(StatementTable::read);
    }

    private static void bind(PreparedStatement statement, List<Told> told) throws SQLException {
        Object[] years = told.stream().map(Told::fiscalYear).toArray();
        Object[] numbers = told.stream().map(Told::memberNumber).toArray();
        Object[] payloads = told.stream().map(Told::payload).toArray();
        statement.setArray(1, statement.getConnection().createArrayOf("integer", years));
        statement.setArray(2, statement.getConnection().createArrayOf("text", numbers));
        statement.setArray(3, statement.getConnection().createArrayOf("text", payloads));
    }

    private static StatementPrepared read(String payload) {
        try {
            return EventJson.mapper().readValue(payload, StatementPrepared.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A kept statement that cannot be read", unreadable);
        }
    }
}
