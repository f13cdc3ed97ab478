package jp.nenkin.member.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.kit.Database;
import jp.nenkin.kit.Ids;
import jp.nenkin.member.file.CharacterSet;
import jp.nenkin.member.file.FileKind;
import jp.nenkin.member.filer.ConsultantCode;

/** Consultants' files over several establishments, as far as the transaction may see them. */
@ApplicationScoped
class ConsultantFileTable {
    private static final String INSERT = """
            INSERT INTO consultant_file (id, consultant, sha256, mode, received_on, uploaded_at, uploaded_by, kind,
                                         character_set, forms_not_ours, rows, returned)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """;
    private static final String SELECT = "SELECT * FROM consultant_file c WHERE ";
    private static final String BY_HASH = SELECT + """
            consultant = ? AND sha256 = ?
               AND EXISTS (SELECT FROM filing_file f WHERE f.consultant_file = c.id AND NOT f.came_to_nothing)
             ORDER BY receipt_number DESC LIMIT 1
            """;
    private static final String PAGE =
            SELECT + "consultant = ? AND receipt_number < ? ORDER BY receipt_number DESC LIMIT ?";

    private final Database database;
    private final Ids ids;
    private final Clock clock;

    ConsultantFileTable(Database database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** One file of a consultant is received at a time, until the end of the transaction. */
    void takeTurn(ConsultantCode consultant) {
        database.query(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                statement -> statement.setString(1, "consultant-files/" + consultant),
                _ -> true);
    }

    /** Adds a file, and answers its id. */
    UUID add(Sending sending, ConsultantCode consultant, byte[] sha256, Contents contents) {
        UUID id = ids.next();
        int _ = database.update(INSERT, statement -> {
            statement.setObject(1, id);
            statement.setString(2, consultant.value());
            statement.setBytes(3, sha256);
            statement.setString(4, sending.mode().name());
            statement.setObject(5, sending.receipt().receivedOn());
            statement.setObject(6, OffsetDateTime.now(clock));
            statement.setString(7, sending.sender().id());
            statement.setString(8, contents.kind().name());
            statement.setString(9, contents.characterSet().name());
            statement.setString(10, RowJson.forms(contents.formsNotOurs()));
            statement.setInt(11, contents.rows().rows());
            statement.setInt(12, contents.rows().returned());
        });
        return id;
    }

    Optional<ConsultantFile> find(UUID id) {
        return database.first(SELECT + "id = ?", statement -> statement.setObject(1, id), ConsultantFileTable::file);
    }

    /** The newest file of these bytes of which anything came. */
    Optional<ConsultantFile> standing(ConsultantCode consultant, byte[] sha256) {
        return database.first(
                BY_HASH,
                statement -> {
                    statement.setString(1, consultant.value());
                    statement.setBytes(2, sha256);
                },
                ConsultantFileTable::file);
    }

    /** Files of a consultant received before a receipt number, newest first. */
    List<ConsultantFile> before(ConsultantCode consultant, long receiptNumber, int most) {
        return database.query(
                PAGE,
                statement -> {
                    statement.setString(1, consultant.value());
                    statement.setLong(2, receiptNumber);
                    statement.setInt(3, most);
                },
                ConsultantFileTable::file);
    }

    private static ConsultantFile file(ResultSet row) throws SQLException {
        return new ConsultantFile(
                row.getObject("id", UUID.class),
                row.getLong("receipt_number"),
                new ConsultantCode(row.getString("consultant")),
                FileMode.valueOf(row.getString("mode")),
                row.getObject("received_on", LocalDate.class),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getString("uploaded_by"),
                new Contents(
                        FileKind.valueOf(row.getString("kind")),
                        CharacterSet.valueOf(row.getString("character_set")),
                        RowJson.forms(row.getString("forms_not_ours")),
                        new Contents.Rows(row.getInt("rows"), row.getInt("returned"))));
    }
}
