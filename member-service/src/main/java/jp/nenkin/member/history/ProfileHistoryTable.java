package jp.nenkin.member.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.nenkin.kit.Database;
import jp.nenkin.member.history.ProfileChange.Said;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.PensionNumber;
import jp.nenkin.member.member.Sex;

/** Reads what was said of a member, as far as the caller may see who said it. */
@ApplicationScoped
class ProfileHistoryTable {
    private static final String PERSONS = """
            SELECT f.filed_at AS said_at, f.id AS source, f.type, f.filed_by AS said_by,
                   CASE WHEN coalesce(p.named_by, p.filing_id) = p.filing_id THEN p.named_on END AS since,
                   EXISTS (SELECT FROM retraction r WHERE r.retracted = f.id) AS taken_back,
                   p.name, p.name_kana, p.birth_date, p.sex, p.basic_pension_number
              FROM profile p JOIN filing f ON f.id = p.filing_id
             WHERE p.member_number = ?
            """;
    private static final String HOMES = """
            SELECT f.filed_at AS said_at, f.id AS source, f.type, f.filed_by AS said_by, a.changed_on AS since,
                   EXISTS (SELECT FROM retraction r WHERE r.retracted = f.id) AS taken_back,
                   a.postcode, a.address
              FROM address a JOIN filing f ON f.id = a.filing_id
             WHERE a.member_number = ?
            """;
    private static final String ACCOUNTS = """
            SELECT m.applied_at AS said_at, m.id AS source, m.type, m.applied_by AS said_by, NULL::date AS since,
                   false AS taken_back, b.bank_code, b.branch_code, b.kind, '****' || right(b.number, 3) AS number
              FROM bank_account b JOIN member_application m ON m.id = b.application
             WHERE b.member_number = ?
            """;

    private final Database database;

    ProfileHistoryTable(Database database) {
        this.database = database;
    }

    /** In the order in which it was recorded. */
    @Transactional
    List<ProfileChange> of(MemberNumber member) {
        return Stream.of(
                        changes(PERSONS, member, ProfileHistoryTable::person),
                        changes(HOMES, member, ProfileHistoryTable::home),
                        changes(ACCOUNTS, member, ProfileHistoryTable::account))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(ProfileChange::at))
                .toList();
    }

    private List<ProfileChange> changes(String sql, MemberNumber member, Database.RowReader<Said> said) {
        return database.query(
                sql,
                statement -> statement.setString(1, member.value()),
                row -> new ProfileChange(
                        row.getObject("said_at", OffsetDateTime.class).toInstant(),
                        row.getObject("since", LocalDate.class),
                        row.getObject("source", UUID.class),
                        row.getString("type"),
                        row.getString("said_by"),
                        row.getBoolean("taken_back"),
                        said.read(row)));
    }

    private static Said person(ResultSet row) throws SQLException {
        String sex = row.getString("sex");
        String pensionNumber = row.getString("basic_pension_number");
        return new ProfileChange.Person(
                row.getString("name"),
                row.getString("name_kana"),
                row.getObject("birth_date", LocalDate.class),
                sex == null ? null : Sex.valueOf(sex),
                pensionNumber == null ? null : new PensionNumber(pensionNumber));
    }

    private static Said home(ResultSet row) throws SQLException {
        return new ProfileChange.Home(row.getString("postcode"), row.getString("address"));
    }

    private static Said account(ResultSet row) throws SQLException {
        return new ProfileChange.Account(
                row.getString("bank_code"),
                row.getString("branch_code"),
                row.getString("kind"),
                row.getString("number"));
    }
}
