package jp.nenkin.member.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Database;
import jp.nenkin.kit.Ids;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.file.CharacterSet;
import jp.nenkin.member.file.FileKind;
import jp.nenkin.member.filer.ConsultantCode;
import org.jspecify.annotations.Nullable;

/** The files that were received, as far as the transaction may see them. */
@ApplicationScoped
public class FileTable {
    private static final String INSERT = """
            INSERT INTO filing_file (id, establishment_number, sha256, mode, channel, received_on, uploaded_at,
                                     uploaded_by, by_officer, state, consultant, consultant_file)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String SELECT = "SELECT * FROM filing_file WHERE ";
    private static final String BY_HASH =
            SELECT + "establishment_number = ? AND sha256 = ? AND NOT came_to_nothing AND consultant_file IS NULL";
    private static final String PAGE =
            SELECT + "establishment_number = ? AND receipt_number < ? ORDER BY receipt_number DESC LIMIT ?";
    private static final String PARTS = SELECT + "consultant_file = ? ORDER BY establishment_number";
    private static final String NEXT =
            SELECT + "establishment_number = ? AND state = 'RECEIVED' ORDER BY receipt_number LIMIT 1";
    private static final String OPEN =
            "SELECT DISTINCT establishment_number FROM filing_file WHERE state = 'RECEIVED' ORDER BY 1";
    private static final String READ = """
            UPDATE filing_file SET kind = ?, character_set = ?, rows = ?, forms_not_ours = ?::jsonb, returned = ?
             WHERE id = ?
            """;
    private static final String COUNT = """
            UPDATE filing_file SET processed = processed + ?, not_applicable = not_applicable + ?,
                                   returned = returned + ?, decided_to = greatest(decided_to, ?)
             WHERE id = ?
            """;
    private static final String FINISH = "UPDATE filing_file SET state = ?, finished_at = ? WHERE id = ?";
    // By the counts as they are then: somebody may decide on a row at the same time.
    private static final String CLOSE = """
            UPDATE filing_file
               SET state = CASE WHEN processed + not_applicable + returned = rows THEN 'PROCESSED'
                                ELSE 'AWAITING_DECISION' END,
                   finished_at = CASE WHEN processed + not_applicable + returned = rows THEN ?::timestamptz END
             WHERE id = ?
            """;
    private static final String RECOUNT = """
            UPDATE filing_file
               SET processed = processed + ?, not_applicable = not_applicable + ?, returned = returned + ?,
                   withdrawn = withdrawn + ?,
                   state = CASE WHEN state = 'RECEIVED' THEN state
                                WHEN processed + not_applicable + returned + ? = rows THEN 'PROCESSED'
                                ELSE 'AWAITING_DECISION' END,
                   finished_at = CASE WHEN state <> 'RECEIVED' AND processed + not_applicable + returned + ? = rows
                                      THEN ?::timestamptz END
             WHERE id = ?
            """;
    private static final String SETTLE = """
            UPDATE filing_file SET state = ?, settled_by = ?, settled_at = ?, finished_at = ?
             WHERE id = ? AND state = 'AWAITING_APPROVAL'
            """;
    private static final String ALONE = "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String ACT_FOR = """
            SELECT set_config('app.role', 'establishment', true), set_config('app.establishment', ?, true)
            """;

    private final Database database;
    private final Ids ids;
    private final Clock clock;

    FileTable(Database database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Narrows what the transaction sees and may write to one establishment, whoever began it. */
    public void actFor(EstablishmentNumber establishment) {
        database.query(ACT_FOR, statement -> statement.setString(1, establishment.value()), row -> true);
    }

    /**
     * Enters a file whose rows are about to be read; waits for another that enters the same.
     *
     * @return its id; empty if it was entered before
     */
    Optional<UUID> enter(Entry entry, byte[] sha256, FileState state) {
        Sending sending = entry.sending();
        UUID id = ids.next();
        int entered = database.update(INSERT, statement -> {
            statement.setObject(1, id);
            statement.setString(2, entry.establishment().value());
            statement.setBytes(3, sha256);
            statement.setString(4, sending.mode().name());
            statement.setString(5, sending.receipt().channel().name());
            statement.setObject(6, sending.receipt().receivedOn());
            setTime(statement, 7, clock.instant());
            statement.setString(8, sending.sender().id());
            statement.setBoolean(9, sending.sender() instanceof Caller.Officer);
            statement.setString(10, state.name());
            statement.setString(
                    11, sending.sender() instanceof Caller.Consultant(var _, var code, var _) ? code : null);
            statement.setObject(12, entry.whole());
        });
        return entered == 1 ? Optional.of(id) : Optional.empty();
    }

    /**
     * A file that is about to be entered.
     *
     * @param whole the consultant's file that it is a part of
     */
    record Entry(
            Sending sending,
            EstablishmentNumber establishment,
            @Nullable UUID whole) {}

    /** Keeps what was found in a file. */
    void read(UUID id, Contents contents) {
        database.update(READ, statement -> {
            statement.setString(1, contents.kind().name());
            statement.setString(2, contents.characterSet().name());
            statement.setInt(3, contents.rows().rows());
            statement.setString(4, RowJson.forms(contents.formsNotOurs()));
            statement.setInt(5, contents.rows().returned());
            statement.setObject(6, id);
        });
    }

    Optional<FilingFile> find(UUID id) {
        return database.first(SELECT + "id = ?", statement -> statement.setObject(1, id), FileTable::file);
    }

    Optional<FilingFile> standing(EstablishmentNumber establishment, byte[] sha256) {
        return database.first(
                BY_HASH,
                statement -> {
                    statement.setString(1, establishment.value());
                    statement.setBytes(2, sha256);
                },
                FileTable::file);
    }

    /** The parts of a consultant's file that the caller may see. */
    List<FilingFile> parts(UUID whole) {
        return database.query(PARTS, statement -> statement.setObject(1, whole), FileTable::file);
    }

    /** Files of an establishment received before a receipt number, newest first. */
    List<FilingFile> before(EstablishmentNumber establishment, long receiptNumber, int most) {
        return database.query(
                PAGE,
                statement -> {
                    statement.setString(1, establishment.value());
                    statement.setLong(2, receiptNumber);
                    statement.setInt(3, most);
                },
                FileTable::file);
    }

    /** The establishments that have files to be processed. */
    List<EstablishmentNumber> open() {
        return database.query(OPEN, Database.Binding.NONE, row -> new EstablishmentNumber(row.getString(1)));
    }

    /** Whether this transaction is the only one that processes files of the establishment; if so, until its end. */
    boolean alone(EstablishmentNumber establishment) {
        return database.first(
                        ALONE,
                        statement -> statement.setString(1, "files/" + establishment.value()),
                        row -> row.getBoolean(1))
                .orElseThrow();
    }

    /** The earliest file of the establishment that is not processed. */
    Optional<FilingFile> next(EstablishmentNumber establishment) {
        return database.first(NEXT, statement -> statement.setString(1, establishment.value()), FileTable::file);
    }

    /** Adds to the counts, and keeps up to which line no row waits. */
    void count(UUID id, Tally tally, long decidedTo) {
        database.update(COUNT, statement -> {
            statement.setInt(1, tally.processed());
            statement.setInt(2, tally.notApplicable());
            statement.setInt(3, tally.returned());
            statement.setLong(4, decidedTo);
            statement.setObject(5, id);
        });
    }

    /** What is to be added to a file's counts. */
    record Tally(int processed, int notApplicable, int returned, int waiting) {
        static final Tally NOTHING = new Tally(0, 0, 0);

        Tally(int processed, int notApplicable, int returned) {
            this(processed, notApplicable, returned, 0);
        }

        int rows() {
            return processed + notApplicable + returned + waiting;
        }

        Tally plus(Tally more) {
            return new Tally(
                    processed + more.processed,
                    notApplicable + more.notApplicable,
                    returned + more.returned,
                    waiting + more.waiting);
        }

        Tally with(RowOutcome outcome) {
            return switch (outcome) {
                case RowOutcome.Processed _ -> plus(new Tally(1, 0, 0));
                case RowOutcome.Waits _ -> plus(new Tally(0, 0, 0, 1));
                case RowOutcome.NotApplicable _ -> plus(new Tally(0, 1, 0));
                case RowOutcome.Returned _ -> plus(new Tally(0, 0, 1));
            };
        }
    }

    /** None of a file's rows takes effect. */
    void giveBack(UUID id) {
        database.update(FINISH, statement -> {
            statement.setString(1, FileState.RETURNED.name());
            setTime(statement, 2, clock.instant());
            statement.setObject(3, id);
        });
    }

    /** All rows were filed as far as they are; the file is finished unless some wait for a decision. */
    void finish(UUID id) {
        database.update(CLOSE, statement -> {
            setTime(statement, 1, clock.instant());
            statement.setObject(2, id);
        });
    }

    /**
     * Adds to the counts of a file what became of a row of it afterwards: what then has no effect was withdrawn. The
     * last one finishes the file.
     */
    void recount(UUID id, Tally tally) {
        int more = tally.processed() + tally.notApplicable() + tally.returned();
        database.update(RECOUNT, statement -> {
            statement.setInt(1, tally.processed());
            statement.setInt(2, tally.notApplicable());
            statement.setInt(3, tally.returned());
            statement.setInt(4, tally.notApplicable());
            statement.setInt(5, more);
            statement.setInt(6, more);
            setTime(statement, 7, clock.instant());
            statement.setObject(8, id);
        });
    }

    /** Lets a waiting file go on or takes it back; false if it does not wait. */
    boolean settle(UUID id, FileState state, String by) {
        return database.update(SETTLE, statement -> {
                    statement.setString(1, state.name());
                    statement.setString(2, by);
                    setTime(statement, 3, clock.instant());
                    setTime(statement, 4, state == FileState.WITHDRAWN ? clock.instant() : null);
                    statement.setObject(5, id);
                })
                == 1;
    }

    private void setTime(PreparedStatement statement, int index, @Nullable Instant time) throws SQLException {
        statement.setObject(index, time == null ? null : OffsetDateTime.ofInstant(time, clock.getZone()));
    }

    private static FilingFile file(ResultSet row) throws SQLException {
        String settledBy = row.getString("settled_by");
        String consultant = row.getString("consultant");
        return new FilingFile(
                row.getObject("id", UUID.class),
                row.getLong("receipt_number"),
                new EstablishmentNumber(row.getString("establishment_number")),
                FileMode.valueOf(row.getString("mode")),
                FilingChannel.valueOf(row.getString("channel")),
                row.getObject("received_on", LocalDate.class),
                time(row, "uploaded_at"),
                row.getString("uploaded_by"),
                row.getBoolean("by_officer"),
                FileKind.valueOf(row.getString("kind")),
                CharacterSet.valueOf(row.getString("character_set")),
                RowJson.forms(row.getString("forms_not_ours")),
                FileState.valueOf(row.getString("state")),
                new FilingFile.Counts(
                        row.getInt("rows"),
                        row.getInt("processed"),
                        row.getInt("not_applicable"),
                        row.getInt("returned")),
                row.getLong("decided_to"),
                row.getObject("finished_at") == null ? null : time(row, "finished_at"),
                settledBy == null ? null : new FilingFile.Settlement(settledBy, time(row, "settled_at")),
                consultant == null
                        ? null
                        : new FilingFile.ByConsultant(
                                new ConsultantCode(consultant), row.getObject("consultant_file", UUID.class)));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
