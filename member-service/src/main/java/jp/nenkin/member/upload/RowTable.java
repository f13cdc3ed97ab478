package jp.nenkin.member.upload;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.nenkin.kit.CopyWriter;
import jp.nenkin.kit.Database;
import jp.nenkin.kit.ProblemCode;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The rows of files, as far as the transaction may see the files. */
@ApplicationScoped
class RowTable {
    /** Who decides on rows when nobody is asked. */
    static final String SYSTEM = "system";

    private static final String COPY = "COPY filed_row_kept (" + RowIntake.COLUMNS + ") FROM STDIN (FORMAT binary)";
    private static final String PAGE = """
            SELECT * FROM filed_row WHERE file = ? AND line > ? AND (?::text IS NULL OR state = ?)
             ORDER BY line LIMIT ?
            """;
    private static final String WAITING = """
            SELECT line, content FROM filed_row WHERE file = ? AND line > ? AND state = 'RECEIVED' AND held IS NULL
             ORDER BY line LIMIT ?
            """;
    private static final String KEPT = """
            SELECT line, content, items FROM filed_row
             WHERE file = ? AND state = 'NOT_APPLICABLE' AND type IN ('BASE_CALCULATION', 'MONTHLY_CHANGE', 'EMPLOYED')
             ORDER BY line
            """;
    private static final String RETURNED = """
            SELECT line, content, reasons FROM filed_row WHERE file = ? AND line = ? AND state = 'RETURNED'
               AND content IS NOT NULL
            """;
    private static final String DECIDE = """
            UPDATE filed_row SET state = ?, filing_id = ?, member_number = ?, reasons = ?::json, decided_at = ?,
                                 decided_by = ?
             WHERE file = ? AND line = ? AND state = ?
            """;
    private static final String HOLD = """
            UPDATE filed_row SET state = 'RECEIVED', held = ?, member_number = ?, reasons = ?::json, decided_at = NULL,
                                 decided_by = NULL
             WHERE file = ? AND line = ? AND state = ?
            """;
    private static final String HELD = "SELECT file, line FROM filed_row WHERE held = ? AND state = 'RECEIVED'";
    private static final String DECIDE_REST = """
            UPDATE filed_row SET state = 'NOT_APPLICABLE', reasons = ?::json, decided_at = ?, decided_by = ?
             WHERE file = ? AND state = 'RECEIVED'
            """;
    private static final String AMEND = "UPDATE filed_row SET content = ?::json WHERE file = ? AND line = ?";

    private final AgroalDataSource source;
    private final Database database;
    private final Clock clock;

    RowTable(AgroalDataSource source, Database database, Clock clock) {
        this.source = source;
        this.database = database;
        this.clock = clock;
    }

    /** Adds all rows that are written in the form of {@link RowIntake}, as they are written. */
    <T> T copy(Function<CopyWriter.Blocks, T> rows) {
        try (Connection connection = source.getConnection()) {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            try {
                T written = rows.apply((full, length) -> write(copy, full, length));
                copy.endCopy();
                return written;
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("Rows were not copied", fault);
        }
    }

    private static byte[] write(CopyIn copy, byte[] block, int length) {
        try {
            copy.writeToCopy(block, 0, length);
            return block;
        } catch (SQLException fault) {
            throw new IllegalStateException("Rows were not copied", fault);
        }
    }

    /** Rows after a line, of one state or of all. */
    List<StoredRow> after(UUID file, long line, @Nullable RowState state, int most) {
        return database.query(
                PAGE,
                statement -> {
                    String name = state == null ? null : state.name();
                    statement.setObject(1, file);
                    statement.setLong(2, line);
                    statement.setString(3, name);
                    statement.setString(4, name);
                    statement.setInt(5, most);
                },
                RowTable::row);
    }

    Optional<StoredRow> find(UUID file, long line) {
        return after(file, line - 1, null, 1).stream()
                .filter(row -> row.line() == line)
                .findFirst();
    }

    List<StoredRow.Waiting> waiting(UUID file, long line, int most) {
        return database.query(
                WAITING,
                statement -> {
                    statement.setObject(1, file);
                    statement.setLong(2, line);
                    statement.setInt(3, most);
                },
                row -> new StoredRow.Waiting(row.getLong(1), RowJson.form(row.getString(2))));
    }

    /** The rows of a processed file that have no effect of their own, but are what changes are derived from. */
    List<KeptRows.KeptRow> kept(FilingFile file) {
        return database.query(
                KEPT,
                statement -> statement.setObject(1, file.id()),
                row -> new KeptRows.KeptRow(
                        file.id(),
                        file.receiptNumber(),
                        row.getLong(1),
                        RowJson.form(row.getString(2)),
                        RowJson.items(row.getString(3))));
    }

    /** A row that was read but returned, if it was for this reason. */
    Optional<StoredRow.Waiting> returned(UUID file, long line, ProblemCode reason) {
        return database
                .query(
                        RETURNED,
                        statement -> {
                            statement.setObject(1, file);
                            statement.setLong(2, line);
                        },
                        row -> RowJson.reasons(row.getString(3)).stream().anyMatch(told -> told.is(reason))
                                ? Optional.of(new StoredRow.Waiting(row.getLong(1), RowJson.form(row.getString(2))))
                                : Optional.<StoredRow.Waiting>empty())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Which row is decided, what it was until now, and who decides. */
    record Place(UUID file, long line, RowState was, String by) {}

    /** Says what became of a row; false if it is no more what it was. */
    boolean decide(Place place, RowOutcome outcome) {
        return outcome instanceof RowOutcome.Waits waits ? hold(place, waits) : settle(place, outcome);
    }

    private boolean hold(Place place, RowOutcome.Waits waits) {
        MemberNumber member = waits.member();
        return database.update(HOLD, statement -> {
                    statement.setObject(1, waits.held());
                    statement.setString(2, member == null ? null : member.value());
                    statement.setString(3, RowJson.reasons(waits.reasons()));
                    statement.setObject(4, place.file());
                    statement.setLong(5, place.line());
                    statement.setString(6, place.was().name());
                })
                == 1;
    }

    /** The row that waits under an id, if it is one of a file, to be decided by somebody. */
    Optional<Place> held(UUID id, String by) {
        return database.first(
                HELD,
                statement -> statement.setObject(1, id),
                row -> new Place(row.getObject("file", UUID.class), row.getLong("line"), RowState.RECEIVED, by));
    }

    private boolean settle(Place place, RowOutcome outcome) {
        return database.update(DECIDE, statement -> {
                    set(statement, outcome);
                    statement.setObject(5, OffsetDateTime.ofInstant(clock.instant(), clock.getZone()));
                    statement.setString(6, place.by());
                    statement.setObject(7, place.file());
                    statement.setLong(8, place.line());
                    statement.setString(9, place.was().name());
                })
                == 1;
    }

    private static void set(PreparedStatement statement, RowOutcome outcome) throws SQLException {
        switch (outcome) {
            case RowOutcome.Processed(var filing, var member, var _) -> {
                statement.setString(1, RowState.PROCESSED.name());
                statement.setObject(2, filing);
                statement.setString(3, member.value());
                statement.setNull(4, Types.VARCHAR);
            }
            case RowOutcome.Waits waits -> throw new IllegalArgumentException("Not decided yet: " + waits);
            case RowOutcome.NotApplicable(var member, var reason) -> {
                statement.setString(1, RowState.NOT_APPLICABLE.name());
                statement.setNull(2, Types.OTHER);
                statement.setString(3, member == null ? null : member.value());
                statement.setString(4, RowJson.reasons(List.of(reason)));
            }
            case RowOutcome.Returned(var reason) -> {
                statement.setString(1, RowState.RETURNED.name());
                statement.setNull(2, Types.OTHER);
                statement.setNull(3, Types.VARCHAR);
                statement.setString(4, RowJson.reasons(List.of(reason)));
            }
        }
    }

    /** Says of all rows that nothing has become of yet why nothing will; answers how many they are. */
    int decideRest(UUID file, Reason reason) {
        return database.update(DECIDE_REST, statement -> {
            statement.setString(1, RowJson.reasons(List.of(reason)));
            statement.setObject(2, OffsetDateTime.ofInstant(clock.instant(), clock.getZone()));
            statement.setString(3, SYSTEM);
            statement.setObject(4, file);
        });
    }

    /** What a row files, after it was completed; its items stay as they were filed. */
    void amend(UUID file, StoredRow.Waiting row) {
        database.update(AMEND, statement -> {
            statement.setString(1, RowJson.form(row.form()));
            statement.setObject(2, file);
            statement.setLong(3, row.line());
        });
    }

    private static StoredRow row(ResultSet row) throws SQLException {
        String type = row.getString("type");
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        RowState state = RowState.valueOf(row.getString("state"));
        return new StoredRow(
                row.getLong("line"),
                type == null ? null : RowType.valueOf(type),
                state,
                row.getString("items"),
                RowJson.reasons(row.getString("reasons")),
                RowJson.notes(row.getString("notes")),
                state == RowState.RECEIVED ? row.getObject("held", UUID.class) : null,
                decidedAt == null
                        ? null
                        : new StoredRow.Decision(
                                row.getObject("filing_id", UUID.class),
                                row.getString("member_number"),
                                decidedAt.toInstant(),
                                row.getString("decided_by")));
    }
}
