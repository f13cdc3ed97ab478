package jp.nenkin.auth.user;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.nenkin.kit.Database;
import org.jspecify.annotations.Nullable;

/** The rows of user_account, and of user_version, in which all that became of each is kept. */
@ApplicationScoped
class UserTable {
    private static final String OF_PARTY = """
            SELECT a.id, a.login_id, a.family_name, a.given_name, a.keycloak_id,
                   v.number, v.step, v.state, v.roles, v.at, v.by
              FROM user_account a JOIN user_version v ON v.user_id = a.id
             WHERE a.kind = ? AND a.number = ?
             ORDER BY a.login_id, v.number
            """;
    private static final String RESERVE = """
            INSERT INTO user_account (id, realm, login_id, kind, number, family_name, given_name)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String WISH_AGAIN = """
            UPDATE user_account SET kind = ?, number = ?, family_name = ?, given_name = ? WHERE id = ?
            """;
    private static final String ADD = """
            INSERT INTO user_version (user_id, number, step, state, roles, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private final Database database;

    UserTable(Database database) {
        this.database = database;
    }

    /** Who has a login ID. */
    record Holder(UUID id, @Nullable String keycloakId) {}

    /** One after the other, until the end of the transaction. */
    void takeTurn(String over) {
        database.query(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                statement -> statement.setString(1, "user " + over),
                row -> true);
    }

    Optional<Holder> holder(Wish wish) {
        return database.first(
                "SELECT id, keycloak_id FROM user_account WHERE realm = ? AND login_id = ?",
                statement -> {
                    statement.setString(1, wish.party().realm().label());
                    statement.setString(2, wish.loginId());
                },
                row -> new Holder(row.getObject("id", UUID.class), row.getString("keycloak_id")));
    }

    /** Reserves the login ID for somebody whom Keycloak does not know yet. */
    void reserve(UUID id, Wish wish) {
        database.update(RESERVE, statement -> {
            statement.setObject(1, id);
            statement.setString(2, wish.party().realm().label());
            statement.setString(3, wish.loginId());
            statement.setString(4, wish.party().kind());
            statement.setString(5, wish.party().number());
            statement.setString(6, wish.name().family());
            statement.setString(7, wish.name().given());
        });
    }

    /** What was reserved and came to nothing is asked for anew, perhaps for somebody else. */
    void wishAgain(UUID id, Wish wish) {
        database.update(WISH_AGAIN, statement -> {
            statement.setString(1, wish.party().kind());
            statement.setString(2, wish.party().number());
            statement.setString(3, wish.name().family());
            statement.setString(4, wish.name().given());
            statement.setObject(5, id);
        });
    }

    /** Keycloak knows him now. */
    void known(UUID id, String keycloakId) {
        database.update("UPDATE user_account SET keycloak_id = ? WHERE id = ?", statement -> {
            statement.setString(1, keycloakId);
            statement.setObject(2, id);
        });
    }

    void add(UUID id, UserVersion version) {
        database.update(ADD, statement -> {
            statement.setObject(1, id);
            statement.setInt(2, version.number());
            statement.setString(3, version.step().name());
            statement.setString(4, version.state().name());
            setRoles(statement, version.roles());
            statement.setObject(6, version.at().atOffset(ZoneOffset.UTC));
            statement.setString(7, version.by());
        });
    }

    /** All users of a party by login ID, those who have ended among them. */
    List<User> of(Party party) {
        Map<UUID, User> users = new LinkedHashMap<>();
        database.query(
                        OF_PARTY,
                        statement -> {
                            statement.setString(1, party.kind());
                            statement.setString(2, party.number());
                        },
                        row -> user(row, party))
                .forEach(row -> users.merge(row.id(), row, (before, next) -> before.with(next.current())));
        return List.copyOf(users.values());
    }

    private static User user(ResultSet row, Party party) throws SQLException {
        return new User(
                row.getObject("id", UUID.class),
                party,
                row.getString("login_id"),
                new FullName(row.getString("family_name"), row.getString("given_name")),
                row.getString("keycloak_id"),
                List.of(version(row)));
    }

    private static UserVersion version(ResultSet row) throws SQLException {
        return new UserVersion(
                row.getInt("number"),
                UserVersion.Step.valueOf(row.getString("step")),
                UserState.valueOf(row.getString("state")),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by"));
    }

    private static void setRoles(PreparedStatement statement, Set<Role> roles) throws SQLException {
        Object[] names = roles.stream().map(Role::name).sorted().toArray();
        statement.setArray(5, statement.getConnection().createArrayOf("text", names));
    }
}
