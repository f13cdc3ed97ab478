package jp.nenkin.member.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import jp.nenkin.kit.Database;
import jp.nenkin.member.eligibility.Births;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;

/** Finds, among the memberships that the caller may see and that go on, those of people born within certain days. */
@ApplicationScoped
class AgeLimitLossTable {
    private static final String FIND = """
            select m.member_number, m.establishment_number, p.name, p.birth_date
              from profile p
              join membership m on m.member_number = p.member_number
             where p.birth_date between ? and ?
               and not exists (select from profile later where later.replaces = p.filing_id)
               and not exists (select from retraction r where r.retracted = m.filing_id)
               and not exists (select from membership_loss l
                                where l.membership = m.root
                                  and not exists (select from retraction r where r.retracted = l.filing_id))
               and not exists (select from held_filing h
                                where h.member_number = m.member_number and h.form = 'LOSS' and h.state = 'RECEIVED'
                                  and h.establishment_number = m.establishment_number)
               and m.establishment_number = coalesce(?, m.establishment_number)
               and m.member_number > ?
             order by m.member_number
             limit ?
            """;

    private final Database database;

    AgeLimitLossTable(Database database) {
        this.database = database;
    }

    /**
     * By member number.
     *
     * @param establishment the only one that is asked for, or null for all
     * @param after the member number after which to begin, or an empty text
     */
    List<AgeLimitLoss> find(Births births, @Nullable EstablishmentNumber establishment, String after, int most) {
        return database.query(
                FIND,
                statement -> {
                    statement.setObject(1, births.earliest());
                    statement.setObject(2, births.latest());
                    statement.setString(3, establishment == null ? null : establishment.value());
                    statement.setString(4, after);
                    statement.setInt(5, most);
                },
                AgeLimitLossTable::loss);
    }

    private static AgeLimitLoss loss(ResultSet row) throws SQLException {
        return new AgeLimitLoss(
                new MemberNumber(row.getString("member_number")),
                new EstablishmentNumber(row.getString("establishment_number")),
                row.getString("name"),
                row.getObject("birth_date", LocalDate.class));
    }
}
