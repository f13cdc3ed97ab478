package jp.nenkin.member.filer;

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
import jp.nenkin.member.establishment.EstablishmentNumber;

/** The delegations, as far as the transaction may see them. */
@ApplicationScoped
class DelegationTable {
    private static final String SELECT = """
            SELECT d.*, (SELECT min(e.until_day) FROM delegation_end e WHERE e.delegation = d.id) AS until_day
              FROM delegation d WHERE
            """;
    private static final String IN_ORDER = " ORDER BY d.from_day, d.given_at, d.id";
    private static final String INSERT = """
            INSERT INTO delegation (id, establishment_number, consultant, from_day, given_at, given_by)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String END = """
            INSERT INTO delegation_end (delegation, until_day, ended_at, ended_by) VALUES (?, ?, ?, ?)
            """;

    private final Database database;
    private final Clock clock;

    DelegationTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Delegation> of(EstablishmentNumber establishment) {
        return database.query(
                SELECT + "d.establishment_number = ?" + IN_ORDER,
                statement -> statement.setString(1, establishment.value()),
                DelegationTable::delegation);
    }

    List<Delegation> to(ConsultantCode consultant) {
        return database.query(
                SELECT + "d.consultant = ?" + IN_ORDER,
                statement -> statement.setString(1, consultant.value()),
                DelegationTable::delegation);
    }

    Optional<Delegation> find(UUID id) {
        return database.first(
                SELECT + "d.id = ?", statement -> statement.setObject(1, id), DelegationTable::delegation);
    }

    /** One at a time is given or ended for an establishment, until the end of the transaction. */
    void takeTurn(EstablishmentNumber establishment) {
        database.query(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                statement -> statement.setString(1, "delegations/" + establishment),
                _ -> true);
    }

    void add(Delegation given) {
        int _ = database.update(INSERT, statement -> {
            statement.setObject(1, given.id());
            statement.setString(2, given.establishment().value());
            statement.setString(3, given.consultant().value());
            statement.setObject(4, given.from());
            statement.setObject(5, OffsetDateTime.ofInstant(given.givenAt(), clock.getZone()));
            statement.setString(6, given.givenBy());
        });
    }

    void end(UUID delegation, LocalDate until, String by) {
        int _ = database.update(END, statement -> {
            statement.setObject(1, delegation);
            statement.setObject(2, until);
            statement.setObject(3, OffsetDateTime.now(clock));
            statement.setString(4, by);
        });
    }

    /** Whether the establishment has delegated to the consultant who calls, today: the policies' own word for it. */
    boolean toCaller(EstablishmentNumber establishment) {
        return database.first(
                        "SELECT delegated(?)",
                        statement -> statement.setString(1, establishment.value()),
                        row -> row.getBoolean(1))
                .orElseThrow();
    }

    private static Delegation delegation(ResultSet row) throws SQLException {
        return new Delegation(
                row.getObject("id", UUID.class),
                new EstablishmentNumber(row.getString("establishment_number")),
                new ConsultantCode(row.getString("consultant")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getString("given_by"));
    }
}
