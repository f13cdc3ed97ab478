package jp.nenkin.notice.addressee;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.nenkin.events.MemberProfile;
import jp.nenkin.kit.Database;

/** The names of members, each the newest known. */
@ApplicationScoped
class PersonTable {
    private static final String PUT = """
            INSERT INTO person (member_number, name) SELECT * FROM unnest(?::text[], ?::text[])
                ON CONFLICT (member_number) DO UPDATE SET name = excluded.name
            """;

    private final Database database;

    PersonTable(Database database) {
        this.database = database;
    }

    /** Takes profiles of different members. */
    void put(List<MemberProfile> profiles) {
        Object[] numbers = profiles.stream().map(MemberProfile::memberNumber).toArray();
        Object[] names = profiles.stream().map(MemberProfile::name).toArray();
        database.update(PUT, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", numbers));
            statement.setArray(2, statement.getConnection().createArrayOf("text", names));
        });
    }

    void erase(List<String> numbers) {
        database.update(
                "DELETE FROM person WHERE member_number = ANY (?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", numbers.toArray())));
    }
}
