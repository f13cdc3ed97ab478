package jp.nenkin.auth.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import jp.nenkin.kit.Database;
import org.jspecify.annotations.Nullable;

/** The rows of membership_fact: each a filing's, gone when the filing is replaced or cancelled. */
@ApplicationScoped
class MembershipFactTable {
    private static final String INSERT = """
            INSERT INTO membership_fact (member_number, filing_id, kind, on_day, death) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (member_number, filing_id)
                DO UPDATE SET kind = excluded.kind, on_day = excluded.on_day, death = excluded.death
            """;

    private final Database database;

    MembershipFactTable(Database database) {
        this.database = database;
    }

    void enrolled(String number, UUID filing, LocalDate acquiredOn) {
        insert(new Fact(number, filing, "ENROLLED", acquiredOn, false));
    }

    void lost(String number, UUID filing, LocalDate lostOn, boolean death) {
        insert(new Fact(number, filing, "LOST", lostOn, death));
    }

    void delete(String number, @Nullable UUID filing) {
        database.update("DELETE FROM membership_fact WHERE member_number = ? AND filing_id = ?", statement -> {
            statement.setString(1, number);
            statement.setObject(2, filing);
        });
    }

    private void insert(Fact fact) {
        database.update(INSERT, statement -> {
            statement.setString(1, fact.number());
            statement.setObject(2, fact.filing());
            statement.setString(3, fact.kind());
            statement.setObject(4, fact.on());
            statement.setBoolean(5, fact.death());
        });
    }

    private record Fact(String number, UUID filing, String kind, LocalDate on, boolean death) {}
}
