package jp.nenkin.notice.addressee;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.nenkin.events.MemberContact;
import jp.nenkin.kit.Database;

/** The addresses of members, each the newest known. */
@ApplicationScoped
class ContactTable {
    private static final String PUT = """
            INSERT INTO contact (member_number, email, language) SELECT * FROM unnest(?::text[], ?::text[], ?::text[])
                ON CONFLICT (member_number) DO UPDATE SET email = excluded.email, language = excluded.language
            """;

    private final Database database;

    ContactTable(Database database) {
        this.database = database;
    }

    /** Takes contacts of different members. */
    void put(List<MemberContact> contacts) {
        Object[] numbers = contacts.stream().map(MemberContact::memberNumber).toArray();
        Object[] emails = contacts.stream().map(MemberContact::email).toArray();
        Object[] languages =
                contacts.stream().map(contact -> contact.language().name()).toArray();
        database.update(PUT, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", numbers));
            statement.setArray(2, statement.getConnection().createArrayOf("text", emails));
            statement.setArray(3, statement.getConnection().createArrayOf("text", languages));
        });
    }

    void erase(List<String> numbers) {
        database.update(
                "DELETE FROM contact WHERE member_number = ANY (?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", numbers.toArray())));
    }
}
