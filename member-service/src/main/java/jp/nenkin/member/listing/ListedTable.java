package jp.nenkin.member.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Database;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.name.NameKey;
import org.jspecify.annotations.Nullable;

/** Finds periods of membership by what is asked, as far as the transaction may see them. */
@ApplicationScoped
class ListedTable {
    private static final String FIND = """
            SELECT * FROM listed_memberships(
                name_part => ?, number => ?, establishment => ?, insured => ?, of_plan => ?, standing => ?, on_day => ?,
                acquired_from => ?, acquired_to => ?, lost_from => ?, lost_to => ?,
                after_member => ?, after_acquired => ?, after_root => ?, most => ?)
            """;

    private final Database database;

    ListedTable(Database database) {
        this.database = database;
    }

    /** In the order of places, after one of them or from the first. */
    List<Listed> find(Asked asked, @Nullable Place after, int most) {
        return database.query(
                FIND,
                statement -> {
                    bind(statement, asked);
                    statement.setString(
                            12, after == null ? null : after.member().value());
                    day(statement, 13, after == null ? null : after.acquiredOn());
                    statement.setObject(14, after == null ? null : after.root(), Types.OTHER);
                    statement.setInt(15, most);
                },
                ListedTable::listed);
    }

    private static void bind(PreparedStatement statement, Asked asked) throws SQLException {
        NameKey name = asked.name();
        MemberNumber number = asked.number();
        EstablishmentNumber establishment = asked.establishment();
        Plan plan = asked.plan();
        statement.setString(1, name == null ? null : name.value());
        statement.setString(2, number == null ? null : number.value());
        statement.setString(3, establishment == null ? null : establishment.value());
        statement.setObject(4, asked.insuredNumber(), Types.INTEGER);
        statement.setString(5, plan == null ? null : plan.name());
        statement.setString(6, asked.standing().name());
        day(statement, 7, asked.on());
        day(statement, 8, asked.acquired().from());
        day(statement, 9, asked.acquired().until());
        day(statement, 10, asked.lost().from());
        day(statement, 11, asked.lost().until());
    }

    private static void day(PreparedStatement statement, int index, @Nullable LocalDate day) throws SQLException {
        statement.setObject(index, day, Types.DATE);
    }

    private static Listed listed(ResultSet row) throws SQLException {
        String cause = row.getString("cause");
        return new Listed(
                new Place(
                        new MemberNumber(row.getString("member_number")),
                        row.getObject("acquired_on", LocalDate.class),
                        row.getObject("root", UUID.class)),
                row.getString("name"),
                row.getString("name_kana"),
                row.getObject("birth_date", LocalDate.class),
                new EstablishmentNumber(row.getString("establishment_number")),
                row.getObject("insured_number", Integer.class),
                row.getObject("lost_on", LocalDate.class),
                cause == null ? null : LossCause.valueOf(cause));
    }
}
