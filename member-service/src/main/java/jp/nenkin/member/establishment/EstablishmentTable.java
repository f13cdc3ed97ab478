package jp.nenkin.member.establishment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.nenkin.kit.Database;
import jp.nenkin.member.establishment.EstablishmentHistory.SetParticulars;
import jp.nenkin.member.establishment.EstablishmentHistory.SetTerms;
import org.jspecify.annotations.Nullable;

/** The establishments as registered with all revisions since, as far as the transaction may see them. */
@ApplicationScoped
class EstablishmentTable {
    private static final String ON_DAY = """
            SELECT e.number, p.*, t.*
              FROM establishment e
              CROSS JOIN LATERAL (
                  SELECT name, prefecture, municipality, office_symbol, filings_need_approval
                    FROM (SELECT revision, name, prefecture, municipality, office_symbol, filings_need_approval
                            FROM establishment_particulars WHERE establishment_number = e.number
                          UNION ALL
                          SELECT 0, e.name, e.prefecture, e.municipality, e.office_symbol, e.filings_need_approval) s
                   ORDER BY revision DESC LIMIT 1) p
              CROSS JOIN LATERAL (
                  SELECT first_plan, second_plan, course, units
                    FROM (SELECT revision, first_plan, second_plan, course, units
                            FROM establishment_terms WHERE establishment_number = e.number AND from_day <= ?
                          UNION ALL
                          SELECT 0, e.first_plan, e.second_plan, e.course, e.units) s
                   ORDER BY revision DESC LIMIT 1) t
            """;
    private static final String REGISTERED = """
            SELECT e.*, e.registered_at AS set_at, NULL AS set_by, NULL::date AS from_day
              FROM establishment e WHERE number = ?
            """;
    private static final String PARTICULARS =
            "SELECT * FROM establishment_particulars WHERE establishment_number = ? ORDER BY revision";
    private static final String TERMS =
            "SELECT * FROM establishment_terms WHERE establishment_number = ? ORDER BY revision";
    private static final String SET_PARTICULARS = """
            INSERT INTO establishment_particulars (establishment_number, revision, name, prefecture, municipality,
                                                   office_symbol, filings_need_approval, set_at, set_by)
            SELECT number, 1 + (SELECT count(*) FROM establishment_particulars WHERE establishment_number = number),
                   ?, ?, ?, ?, ?, ?, ?
              FROM establishment WHERE number = ?
            """;
    private static final String SET_TERMS = """
            INSERT INTO establishment_terms (establishment_number, revision, from_day, first_plan, second_plan, course,
                                             units, set_at, set_by)
            SELECT number, 1 + (SELECT count(*) FROM establishment_terms WHERE establishment_number = number),
                   ?, ?, ?, ?, ?, ?, ?
              FROM establishment WHERE number = ?
            """;

    private final Database database;
    private final Clock clock;

    EstablishmentTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** With its latest particulars, and the terms of a day. */
    Optional<Establishment> find(EstablishmentNumber number, LocalDate day) {
        return database.first(
                ON_DAY + " WHERE e.number = ?",
                statement -> {
                    statement.setObject(1, day);
                    statement.setString(2, number.value());
                },
                EstablishmentTable::establishment);
    }

    List<Establishment> all(LocalDate day) {
        return database.query(
                ON_DAY + " ORDER BY e.number",
                statement -> statement.setObject(1, day),
                EstablishmentTable::establishment);
    }

    /** Filings of the establishment wait, and whoever else changes it, until the end of the transaction. */
    void takeTurn(EstablishmentNumber number) {
        database.query(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                statement -> statement.setString(1, "filings/" + number),
                _ -> true);
    }

    /** Whether anybody is or was a member. */
    boolean hasMembers(EstablishmentNumber number) {
        return database.first(
                        "SELECT EXISTS (SELECT FROM membership WHERE establishment_number = ?)",
                        statement -> statement.setString(1, number.value()),
                        row -> row.getBoolean(1))
                .orElseThrow();
    }

    /** Empty where there is no such establishment. */
    Optional<EstablishmentHistory> history(EstablishmentNumber number) {
        Database.Binding binding = statement -> statement.setString(1, number.value());
        List<SetParticulars> particulars =
                new ArrayList<>(database.query(REGISTERED, binding, EstablishmentTable::setParticulars));
        if (particulars.isEmpty()) {
            return Optional.empty();
        }
        particulars.addAll(database.query(PARTICULARS, binding, EstablishmentTable::setParticulars));
        List<SetTerms> terms = new ArrayList<>(database.query(REGISTERED, binding, EstablishmentTable::setTerms));
        terms.addAll(database.query(TERMS, binding, EstablishmentTable::setTerms));
        return Optional.of(new EstablishmentHistory(List.copyOf(particulars), List.copyOf(terms)));
    }

    /** Adds a revision, which from now on holds; false if there is no such establishment. */
    boolean set(EstablishmentNumber number, EstablishmentParticulars particulars, String officer) {
        Office office = particulars.office();
        return database.update(SET_PARTICULARS, statement -> {
                    statement.setString(1, particulars.name());
                    statement.setString(2, office == null ? null : office.prefecture());
                    statement.setString(3, office == null ? null : office.municipality());
                    statement.setString(4, office == null ? null : office.symbol());
                    statement.setBoolean(5, particulars.filingsNeedApproval());
                    setWho(statement, 6, officer);
                    statement.setString(8, number.value());
                })
                == 1;
    }

    /** Adds a revision, which holds from a day on. */
    void set(EstablishmentNumber number, EstablishmentTerms terms, LocalDate from, String officer) {
        int _ = database.update(SET_TERMS, statement -> {
            statement.setObject(1, from);
            statement.setBoolean(2, terms.offersFirst());
            setSecond(statement, terms.second());
            setWho(statement, 6, officer);
            statement.setString(8, number.value());
        });
    }

    private static void setSecond(PreparedStatement statement, SecondPlan second) throws SQLException {
        switch (second) {
            case SecondPlan.NotOffered _ -> {
                statement.setBoolean(3, false);
                statement.setNull(4, Types.VARCHAR);
                statement.setNull(5, Types.INTEGER);
            }
            case SecondPlan.Fixed(int units) -> {
                statement.setBoolean(3, true);
                statement.setString(4, CourseRules.Kind.FIXED.name());
                statement.setInt(5, units);
            }
            case SecondPlan.Variable _ -> {
                statement.setBoolean(3, true);
                statement.setString(4, CourseRules.Kind.VARIABLE.name());
                statement.setNull(5, Types.INTEGER);
            }
        }
    }

    private void setWho(PreparedStatement statement, int index, String officer) throws SQLException {
        statement.setObject(index, OffsetDateTime.now(clock));
        statement.setString(index + 1, officer);
    }

    private static Establishment establishment(ResultSet row) throws SQLException {
        EstablishmentParticulars particulars = particulars(row);
        EstablishmentTerms terms = terms(row);
        return new Establishment(
                new EstablishmentNumber(row.getString("number")),
                particulars.name(),
                terms.offersFirst(),
                terms.second(),
                particulars.office(),
                particulars.filingsNeedApproval());
    }

    private static SetParticulars setParticulars(ResultSet row) throws SQLException {
        return new SetParticulars(particulars(row), setAt(row), row.getString("set_by"));
    }

    private static SetTerms setTerms(ResultSet row) throws SQLException {
        return new SetTerms(
                terms(row), row.getObject("from_day", LocalDate.class), setAt(row), row.getString("set_by"));
    }

    private static Instant setAt(ResultSet row) throws SQLException {
        return row.getObject("set_at", OffsetDateTime.class).toInstant();
    }

    private static EstablishmentParticulars particulars(ResultSet row) throws SQLException {
        return new EstablishmentParticulars(
                row.getString("name"), office(row), row.getBoolean("filings_need_approval"));
    }

    private static @Nullable Office office(ResultSet row) throws SQLException {
        String symbol = row.getString("office_symbol");
        return symbol == null ? null : new Office(row.getString("prefecture"), row.getString("municipality"), symbol);
    }

    private static EstablishmentTerms terms(ResultSet row) throws SQLException {
        int units = row.getInt("units");
        SecondPlan offered = row.wasNull() ? new SecondPlan.Variable() : new SecondPlan.Fixed(units);
        return new EstablishmentTerms(
                row.getBoolean("first_plan"), row.getBoolean("second_plan") ? offered : new SecondPlan.NotOffered());
    }
}
