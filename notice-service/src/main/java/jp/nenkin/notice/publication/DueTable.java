package jp.nenkin.notice.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.nenkin.kit.Database;

/** The statements that wait for their message, with whom they are for. */
@ApplicationScoped
class DueTable {
    private static final String NEXT = """
            SELECT member_number, person.name, contact.member_number IS NOT NULL AS has_address
              FROM unpublished_statement
              JOIN person USING (member_number)
              LEFT JOIN contact USING (member_number)
             WHERE fiscal_year = ?
             ORDER BY member_number
             LIMIT ?
            """;
    private static final String ALONE = "SELECT pg_try_advisory_xact_lock(hashtextextended('publication', 0))";

    private final Database database;

    DueTable(Database database) {
        this.database = database;
    }

    /** A member whose name is known and whose message is not made yet. */
    record Due(String memberNumber, String name, boolean hasAddress) {}

    /** Whether this transaction is the only one that publishes; if so, until its end. */
    boolean alone() {
        return database.first(ALONE, Database.Binding.NONE, row -> row.getBoolean(1))
                .orElseThrow();
    }

    List<Due> next(int fiscalYear, int most) {
        return database.query(
                NEXT,
                statement -> {
                    statement.setInt(1, fiscalYear);
                    statement.setInt(2, most);
                },
                row -> new Due(row.getString("member_number"), row.getString("name"), row.getBoolean("has_address")));
    }

    void done(int fiscalYear, List<Due> published) {
        Object[] numbers = published.stream().map(Due::memberNumber).toArray();
        database.update(
                "DELETE FROM unpublished_statement WHERE fiscal_year = ? AND member_number = ANY (?)", statement -> {
                    statement.setInt(1, fiscalYear);
                    statement.setArray(2, statement.getConnection().createArrayOf("text", numbers));
                });
    }
}
