package jp.nenkin.ledger.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jp.nenkin.events.EventJson;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.StreamId;

/** The verifications asked for and what they found. */
@ApplicationScoped
class VerificationTable {
    private static final String SELECT = """
            select id, run_id, published, requested_by, requested_at, status, done, total, events, findings,
                completed_at, reason
            from verification
            """;

    private final Database database;

    VerificationTable(Database database) {
        this.database = database;
    }

    void insert(Verification verification) {
        String sql = """
                insert into verification (id, run_id, published, requested_by, requested_at) values (?, ?, ?, ?, ?)
                """;
        database.update(sql, statement -> {
            statement.setObject(1, verification.id());
            statement.setObject(2, verification.runId(), Types.OTHER);
            statement.setString(3, json(verification.published()));
            statement.setString(4, verification.requestedBy());
            statement.setObject(5, utc(verification.requestedAt()));
        });
    }

    Optional<Verification> find(UUID id) {
        return database
                .query(SELECT + "where id = ?", statement -> statement.setObject(1, id), VerificationTable::read)
                .stream()
                .findFirst();
    }

    /** The one that has waited longest. */
    Optional<Verification> open() {
        return database
                .query(
                        SELECT + "where status = 'OPEN' order by requested_at, id limit 1",
                        Database.Binding.NONE,
                        VerificationTable::read)
                .stream()
                .findFirst();
    }

    void progress(UUID id, int done, int total) {
        database.update("update verification set done = ?, total = ? where id = ?", statement -> {
            statement.setInt(1, done);
            statement.setInt(2, total);
            statement.setObject(3, id);
        });
    }

    void complete(UUID id, Verifier.Report report, Instant at) {
        String sql = "update verification set status = ?, events = ?, findings = ?, completed_at = ? where id = ?";
        VerificationStatus status = report.count() == 0 ? VerificationStatus.CLEAN : VerificationStatus.DIFFERENT;
        database.update(sql, statement -> {
            statement.setString(1, status.name());
            statement.setLong(2, report.events());
            statement.setLong(3, report.count());
            statement.setObject(4, utc(at));
            statement.setObject(5, id);
        });
        for (int place = 1; place <= report.findings().size(); place++) {
            insert(id, place, report.findings().get(place - 1));
        }
    }

    void fail(UUID id, String reason, Instant at) {
        String sql = "update verification set status = 'FAILED', reason = ?, completed_at = ? where id = ?";
        database.update(sql, statement -> {
            statement.setString(1, reason);
            statement.setObject(2, utc(at));
            statement.setObject(3, id);
        });
    }

    List<Finding> findings(UUID id) {
        String sql = """
                select kind, seal, block, stream, version, expected, found
                from verification_finding where verification = ? order by place
                """;
        return database.query(sql, statement -> statement.setObject(1, id), VerificationTable::finding);
    }

    private void insert(UUID id, int place, Finding finding) {
        String sql = """
                insert into verification_finding
                    (verification, place, kind, seal, block, stream, version, expected, found)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        database.update(sql, statement -> {
            statement.setObject(1, id);
            statement.setInt(2, place);
            bind(statement, finding);
        });
    }

    private static void bind(PreparedStatement statement, Finding finding) throws SQLException {
        StreamId stream = finding.stream();
        statement.setString(3, finding.kind().name());
        statement.setObject(4, finding.seal(), Types.BIGINT);
        statement.setObject(5, finding.block(), Types.BIGINT);
        statement.setObject(6, stream == null ? null : stream.value(), Types.BIGINT);
        statement.setObject(7, finding.version(), Types.INTEGER);
        statement.setString(8, finding.expected());
        statement.setString(9, finding.found());
    }

    private static Finding finding(ResultSet row) throws SQLException {
        Long stream = row.getObject("stream", Long.class);
        return new Finding(
                FindingKind.valueOf(row.getString("kind")),
                row.getObject("seal", Long.class),
                row.getObject("block", Long.class),
                stream == null ? null : new StreamId(stream),
                row.getObject("version", Integer.class),
                row.getString("expected"),
                row.getString("found"));
    }

    private static Verification read(ResultSet row) throws SQLException {
        OffsetDateTime completedAt = row.getObject("completed_at", OffsetDateTime.class);
        return new Verification(
                row.getObject("id", UUID.class),
                row.getObject("run_id", UUID.class),
                published(row.getString("published")),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                VerificationStatus.valueOf(row.getString("status")),
                row.getInt("done"),
                row.getInt("total"),
                row.getLong("events"),
                row.getLong("findings"),
                completedAt == null ? null : completedAt.toInstant(),
                row.getString("reason"));
    }

    private static String json(SortedMap<Long, Hash> published) {
        SortedMap<Long, String> texts = new TreeMap<>();
        published.forEach((number, hash) -> texts.put(number, hash.hex()));
        try {
            return EventJson.mapper().writeValueAsString(texts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SortedMap<Long, Hash> published(String json) {
        try {
            SortedMap<Long, Hash> published = new TreeMap<>();
            EventJson.mapper()
                    .readValue(json, new TypeReference<TreeMap<Long, String>>() {})
                    .forEach((number, hash) -> published.put(number, new Hash(hash)));
            return published;
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("published seals that cannot be read: " + json, fault);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
