package jp.nenkin.member.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import jp.nenkin.kit.Database;

/** The days that the fund closes itself. */
@ApplicationScoped
class ClosedDayTable {
    private final Database database;
    private final Clock clock;

    ClosedDayTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All of them, each with its reason: a few in a year. */
    Map<LocalDate, String> all() {
        return database
                .query(
                        "select day, reason from closed_day",
                        Database.Binding.NONE,
                        row -> Map.entry(row.getObject("day", LocalDate.class), row.getString("reason")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    }

    /** Adds a day; false if it is there. */
    boolean add(LocalDate day, String reason, String officer) {
        String sql = """
                insert into closed_day (day, reason, added_at, added_by) values (?, ?, ?, ?)
                on conflict do nothing
                """;
        OffsetDateTime now = OffsetDateTime.now(clock);
        return database.update(sql, statement -> {
                    statement.setObject(1, day);
                    statement.setString(2, reason);
                    statement.setObject(3, now);
                    statement.setString(4, officer);
                })
                == 1;
    }
}
