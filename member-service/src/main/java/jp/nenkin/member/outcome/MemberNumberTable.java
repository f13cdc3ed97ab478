package jp.nenkin.member.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.nenkin.kit.Database;
import org.jspecify.annotations.Nullable;

/** The enrolments in effect with the numbers that they gave, as far as the caller may see them. */
@ApplicationScoped
class MemberNumberTable {
    private static final String LIST = """
            SELECT f.id, f.decided_at, m.member_number, m.acquired_on, m.establishment_number, e.name AS establishment,
                   p.name, p.name_kana, p.birth_date
              FROM filing f
              JOIN membership m ON m.filing_id = f.id
              JOIN establishment e ON e.number = m.establishment_number
              JOIN profile p ON p.member_number = m.member_number
             WHERE f.type = 'ENROLMENT'
               AND NOT EXISTS (SELECT FROM retraction r WHERE r.retracted = f.id)
               AND NOT EXISTS (SELECT FROM profile n WHERE n.replaces = p.filing_id)
               AND f.establishment_number = coalesce(?, f.establishment_number)
               AND f.decided_at >= ? AND (f.decided_at, f.id) > (?, ?)
             ORDER BY f.decided_at, f.id
             LIMIT ?
            """;

    private final Database database;
    private final Clock clock;

    MemberNumberTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * In the order in which the enrolments were decided, after a place.
     *
     * @param establishment the only one that is asked for, or null for all
     */
    List<MemberNumberNotice> list(@Nullable String establishment, Instant since, Place after, int most) {
        return database.query(
                LIST,
                statement -> {
                    statement.setString(1, establishment);
                    statement.setObject(2, OffsetDateTime.ofInstant(since, clock.getZone()));
                    statement.setObject(3, OffsetDateTime.ofInstant(after.at(), clock.getZone()));
                    statement.setObject(4, after.id());
                    statement.setInt(5, most);
                },
                MemberNumberTable::notice);
    }

    private static MemberNumberNotice notice(ResultSet row) throws SQLException {
        return new MemberNumberNotice(
                row.getObject("id", UUID.class),
                row.getString("member_number"),
                row.getString("name"),
                row.getString("name_kana"),
                row.getObject("birth_date", LocalDate.class),
                row.getObject("acquired_on", LocalDate.class),
                row.getString("establishment_number"),
                row.getString("establishment"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
