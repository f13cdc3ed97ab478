package jp.nenkin.member.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.kit.Database;

/** Finds what somebody carries, beyond what the caller may see of him: for the rule of admission alone. */
@ApplicationScoped
public class CarriedTable {
    private final Database database;

    CarriedTable(Database database) {
        this.database = database;
    }

    /** What a member carries, within the caller's transaction; nothing where nobody has the number. */
    public Carried of(MemberNumber number) {
        List<MembershipPeriod> periods = database.query(
                "select acquired_on, lost_on from ended_periods(?)",
                statement -> statement.setString(1, number.value()),
                row -> new MembershipPeriod(
                        row.getObject("acquired_on", LocalDate.class), row.getObject("lost_on", LocalDate.class)));
        boolean hasAsset = database.first(
                        "select has_asset(?) as found",
                        statement -> statement.setString(1, number.value()),
                        row -> row.getBoolean("found"))
                .orElse(false);
        return new Carried(periods, hasAsset);
    }
}
