package jp.nenkin.notice.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.Database;
import org.jspecify.annotations.Nullable;

/** The publications, with the years that could be published. */
@ApplicationScoped
class PublicationTable {
    private static final String SELECT = """
            SELECT fiscal_year, publication.id, requested_at, completed_at, mails.*,
                   (SELECT count(*) FROM statement s WHERE s.fiscal_year = year.fiscal_year) AS statements,
                   (SELECT count(*) FROM unpublished_statement u WHERE u.fiscal_year = year.fiscal_year) AS unpublished
              FROM (SELECT fiscal_year FROM statement_run GROUP BY fiscal_year HAVING count(*) = ?) AS year
              LEFT JOIN publication USING (fiscal_year),
                   LATERAL (SELECT count(*) AS mails,
                                   count(*) FILTER (WHERE status = 'SENT') AS sent,
                                   count(*) FILTER (WHERE status = 'UNDELIVERABLE') AS undeliverable
                              FROM mail WHERE mail.fiscal_year = year.fiscal_year) AS mails
            """;
    private static final String INSERT = """
            INSERT INTO publication (id, fiscal_year, requested_by, requested_at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
            """;
    // A completed one is open again while there is somebody whose name has become known since.
    private static final String OPEN = """
            SELECT fiscal_year FROM publication
             WHERE completed_at IS NULL
                OR EXISTS (SELECT FROM unpublished_statement u JOIN person USING (member_number)
                            WHERE u.fiscal_year = publication.fiscal_year)
             ORDER BY fiscal_year
            """;

    private final Database database;

    PublicationTable(Database database) {
        this.database = database;
    }

    List<Publication> newest() {
        return database.query(
                SELECT + "ORDER BY fiscal_year DESC",
                statement -> statement.setInt(1, Topics.PARTITIONS),
                PublicationTable::publication);
    }

    Optional<Publication> find(UUID id) {
        return database.first(
                SELECT + "WHERE publication.id = ?",
                statement -> {
                    statement.setInt(1, Topics.PARTITIONS);
                    statement.setObject(2, id);
                },
                PublicationTable::publication);
    }

    /** False if the year has one. */
    boolean insert(UUID id, int fiscalYear, String officer, Instant at) {
        return database.update(INSERT, statement -> {
                    statement.setObject(1, id);
                    statement.setInt(2, fiscalYear);
                    statement.setString(3, officer);
                    statement.setObject(4, utc(at));
                })
                == 1;
    }

    /** The years in which there is something to do. */
    List<Integer> open() {
        return database.query(OPEN, Database.Binding.NONE, row -> row.getInt("fiscal_year"));
    }

    void complete(int fiscalYear, Instant at) {
        database.update(
                "UPDATE publication SET completed_at = ? WHERE fiscal_year = ? AND completed_at IS NULL", statement -> {
                    statement.setObject(1, utc(at));
                    statement.setInt(2, fiscalYear);
                });
    }

    private static Publication publication(ResultSet row) throws SQLException {
        @Nullable UUID id = row.getObject("id", UUID.class);
        return new Publication(
                row.getInt("fiscal_year"),
                id == null
                        ? null
                        : new Publication.Request(
                                id,
                                row.getObject("requested_at", OffsetDateTime.class)
                                        .toInstant(),
                                instant(row.getObject("completed_at", OffsetDateTime.class))),
                row.getLong("statements"),
                row.getLong("unpublished"),
                new Publication.MailCount(row.getLong("mails"), row.getLong("sent"), row.getLong("undeliverable")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
