package jp.nenkin.auth.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.nenkin.auth.mail.Mails.Addressee;
import jp.nenkin.events.ContactLanguage;
import jp.nenkin.kit.Database;

/** The rows of birth_date_inquiry, which wait for an answer, and of birth_date_proposal: when somebody was asked. */
@ApplicationScoped
class InquiryTable {
    private static final String INSERT = """
            INSERT INTO birth_date_inquiry (member_number, birth_date, address, language, asked_at)
            VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (member_number, address)
                DO UPDATE SET birth_date = excluded.birth_date, language = excluded.language,
                              asked_at = excluded.asked_at
            """;
    private static final String TAKE = """
            WITH answered AS (DELETE FROM birth_date_inquiry WHERE member_number = ? RETURNING *)
            SELECT address, language FROM answered WHERE birth_date = ?
            """;
    private static final String PROPOSE = """
            INSERT INTO birth_date_proposal (member_number, proposed_at) VALUES (?, ?)
                ON CONFLICT (member_number) DO UPDATE SET proposed_at = excluded.proposed_at
            """;

    private final Database database;

    InquiryTable(Database database) {
        this.database = database;
    }

    void lock(String memberNumber) {
        List<Boolean> _ = database.query(
                "SELECT pg_advisory_xact_lock(hashtextextended('inquiry ' || ?, 0))",
                statement -> statement.setString(1, memberNumber),
                row -> true);
    }

    int waiting(String memberNumber) {
        return database.first(
                        "SELECT count(*) AS waiting FROM birth_date_inquiry WHERE member_number = ?",
                        statement -> statement.setString(1, memberNumber),
                        row -> row.getInt("waiting"))
                .orElseThrow();
    }

    void insert(String memberNumber, LocalDate birthDate, Addressee answerTo, Instant now) {
        database.update(INSERT, statement -> {
            statement.setString(1, memberNumber);
            statement.setObject(2, birthDate);
            statement.setString(3, answerTo.address());
            statement.setString(4, answerTo.language().name());
            statement.setObject(5, utc(now));
        });
    }

    /** Whoever said this date; all who asked about the number have their answer then, or none. */
    List<Addressee> take(String memberNumber, LocalDate birthDate) {
        return database.query(
                TAKE,
                statement -> {
                    statement.setString(1, memberNumber);
                    statement.setObject(2, birthDate);
                },
                row -> new Addressee(row.getString("address"), ContactLanguage.valueOf(row.getString("language"))));
    }

    Optional<Instant> proposedAt(String memberNumber) {
        return database.first(
                "SELECT proposed_at FROM birth_date_proposal WHERE member_number = ?",
                statement -> statement.setString(1, memberNumber),
                row -> row.getObject("proposed_at", OffsetDateTime.class).toInstant());
    }

    void propose(String memberNumber, Instant now) {
        database.update(PROPOSE, statement -> {
            statement.setString(1, memberNumber);
            statement.setObject(2, utc(now));
        });
    }

    int deleteBefore(Instant end) {
        return database.update(
                "DELETE FROM birth_date_inquiry WHERE asked_at < ?", statement -> statement.setObject(1, utc(end)));
    }

    void erase(List<String> numbers) {
        for (String table : List.of("birth_date_inquiry", "birth_date_proposal")) {
            database.update(
                    "DELETE FROM " + table + " WHERE member_number = ANY (?)",
                    statement ->
                            statement.setArray(1, statement.getConnection().createArrayOf("text", numbers.toArray())));
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
