package jp.nenkin.member.derivation;

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
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filing.FilingState;
import org.jspecify.annotations.Nullable;

/** The derivations and their lines, as far as the transaction may see them. */
@ApplicationScoped
class DerivationTable {
    private static final String INSERT = """
            INSERT INTO derivation (id, establishment_number, effective_from, lines, proposed, state, made_at, made_by)
            VALUES (?, ?, ?, ?, ?, 'PROPOSED', ?, ?)
            """;
    private static final String INSERT_FILE =
            "INSERT INTO derivation_file (derivation, file, establishment_number) VALUES (?, ?, ?)";
    private static final String INSERT_LINES = """
            INSERT INTO derived_line (derivation, establishment_number, number, finding, content)
            SELECT ?, ?, (line ->> 'number')::integer, line -> 'finding' ->> 'kind', line
              FROM jsonb_array_elements(?::jsonb) AS line
            """;
    private static final String FIND = """
            SELECT d.*, (SELECT count(*) FROM derived_line l JOIN held_filing h ON h.id = l.filing_id
                          WHERE l.derivation = d.id AND h.state = 'RECEIVED') AS waiting
              FROM derivation d WHERE id = ?
            """;
    private static final String FILES = "SELECT file FROM derivation_file WHERE derivation = ? ORDER BY file";
    private static final String PAGE = """
            SELECT content, left_out, filing_id,
                   (SELECT h.state FROM held_filing h WHERE h.id = filing_id) AS held_state
              FROM derived_line
             WHERE derivation = ? AND number > ? AND finding = coalesce(?, finding)
             ORDER BY number LIMIT ?
            """;
    private static final String CONFIRMED = "SELECT confirmed FROM derivation WHERE id = ? AND state = 'CONFIRMED'";
    private static final String SETTLE = """
            UPDATE derivation SET state = ?, settled_at = ?, settled_by = ?, successor = ?,
                                  confirmed = ?::jsonb
             WHERE id = ? AND state = 'PROPOSED'
            """;
    private static final String FILED = "UPDATE derived_line SET filing_id = ? WHERE derivation = ? AND number = ?";
    private static final String LEFT_OUT =
            "UPDATE derived_line SET left_out = true WHERE derivation = ? AND number = ?";

    private final Database database;
    private final Ids ids;
    private final Clock clock;

    DerivationTable(Database database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps what was derived. */
    Derivation keep(Derivation.Asked asked, List<DerivedLine> lines, String by) {
        UUID id = ids.next();
        int proposed = (int) lines.stream().filter(DerivedLine::proposes).count();
        database.update(INSERT, statement -> {
            statement.setObject(1, id);
            statement.setString(2, asked.establishment().value());
            statement.setObject(3, asked.effectiveFrom());
            statement.setInt(4, lines.size());
            statement.setInt(5, proposed);
            statement.setObject(6, now());
            statement.setString(7, by);
        });
        asked.files().forEach(file -> keep(id, file, asked.establishment()));
        database.update(INSERT_LINES, statement -> {
            statement.setObject(1, id);
            statement.setString(2, asked.establishment().value());
            statement.setString(3, DerivationJson.lines(lines));
        });
        return find(id).orElseThrow();
    }

    private void keep(UUID derivation, UUID file, EstablishmentNumber establishment) {
        database.update(INSERT_FILE, statement -> {
            statement.setObject(1, derivation);
            statement.setObject(2, file);
            statement.setString(3, establishment.value());
        });
    }

    Optional<Derivation> find(UUID id) {
        return database.first(FIND, statement -> statement.setObject(1, id), row -> derivation(row, files(id)));
    }

    private List<UUID> files(UUID derivation) {
        return database.query(
                FILES, statement -> statement.setObject(1, derivation), row -> row.getObject(1, UUID.class));
    }

    private static Derivation derivation(ResultSet row, List<UUID> files) throws SQLException {
        String settledBy = row.getString("settled_by");
        return new Derivation(
                row.getObject("id", UUID.class),
                new Derivation.Asked(
                        new EstablishmentNumber(row.getString("establishment_number")),
                        row.getObject("effective_from", LocalDate.class),
                        files),
                DerivationState.valueOf(row.getString("state")),
                row.getInt("lines"),
                row.getInt("proposed"),
                row.getInt("waiting"),
                made(row, "made_at", row.getString("made_by")),
                settledBy == null ? null : made(row, "settled_at", settledBy),
                row.getObject("successor", UUID.class));
    }

    private static Derivation.Made made(ResultSet row, String at, String by) throws SQLException {
        return new Derivation.Made(row.getObject(at, OffsetDateTime.class).toInstant(), by);
    }

    /** Which lines of a derivation: those after a number, of one kind or of all. */
    record Page(UUID derivation, int after, @Nullable FindingKind kind, int most) {
        static Page all(UUID derivation) {
            return new Page(derivation, 0, null, Integer.MAX_VALUE);
        }
    }

    List<StoredLine> lines(Page page) {
        FindingKind kind = page.kind();
        return database.query(
                PAGE,
                statement -> {
                    statement.setObject(1, page.derivation());
                    statement.setInt(2, page.after());
                    statement.setString(3, kind == null ? null : kind.name());
                    statement.setInt(4, page.most());
                },
                row -> new StoredLine(
                        DerivationJson.line(row.getString("content")), row.getBoolean("left_out"), filing(row)));
    }

    /** What was never held took effect at once. */
    private static StoredLine.@Nullable Filed filing(ResultSet row) throws SQLException {
        UUID id = row.getObject("filing_id", UUID.class);
        String held = row.getString("held_state");
        if (id == null) {
            return null;
        }
        return new StoredLine.Filed(id, held == null ? FilingState.PROCESSED : FilingState.valueOf(held));
    }

    /** How a derivation ends, and by whom; with what was confirmed, or with what was made in its place. */
    record Settlement(
            DerivationState state,
            String by,
            @Nullable UUID successor,
            @Nullable Confirmed confirmed) {}

    /** What was confirmed of it; empty of one that was not. */
    Optional<Confirmed> confirmed(UUID id) {
        return database.first(
                CONFIRMED, statement -> statement.setObject(1, id), row -> DerivationJson.confirmed(row.getString(1)));
    }

    /** Ends one that is open; false if it is not. */
    boolean settle(UUID id, Settlement settlement) {
        Confirmed confirmed = settlement.confirmed();
        return database.update(SETTLE, statement -> {
                    statement.setString(1, settlement.state().name());
                    statement.setObject(2, now());
                    statement.setString(3, settlement.by());
                    statement.setObject(4, settlement.successor());
                    statement.setString(5, confirmed == null ? null : DerivationJson.confirmed(confirmed));
                    statement.setObject(6, id);
                })
                == 1;
    }

    void filed(UUID derivation, int number, UUID filing) {
        database.update(FILED, statement -> {
            statement.setObject(1, filing);
            statement.setObject(2, derivation);
            statement.setInt(3, number);
        });
    }

    void leftOut(UUID derivation, int number) {
        database.update(LEFT_OUT, statement -> {
            statement.setObject(1, derivation);
            statement.setInt(2, number);
        });
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
