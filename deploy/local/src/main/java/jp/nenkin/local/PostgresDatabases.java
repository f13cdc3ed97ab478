package jp.nenkin.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The databases and roles: per service an owner who cannot log in, a migrator who may become the owner, and the app
 * with the rights it is given; brought about from whatever is there already.
 */
final class PostgresDatabases {
    /** The name among the {@link LocalSecrets} of the password of Keycloak's role. */
    static final String KEYCLOAK_SECRET = "keycloak-database";

    private final Connection connection;

    private PostgresDatabases(Connection connection) {
        this.connection = connection;
    }

    /** Connects to a database as the superuser. */
    @FunctionalInterface
    interface Superuser {
        Connection connect(String database) throws SQLException;
    }

    /** The names among the {@link LocalSecrets} of all passwords that are needed to provision. */
    static List<String> secrets() {
        List<String> names = new ArrayList<>(List.of(PostgresServer.SUPERUSER_SECRET, KEYCLOAK_SECRET));
        for (Program program : Program.values()) {
            names.addAll(List.of(program.appSecret(), program.migratorSecret()));
        }
        return List.copyOf(names);
    }

    static void provision(Superuser superuser, LocalSecrets secrets) {
        try {
            try (Connection connection = superuser.connect("postgres")) {
                new PostgresDatabases(connection).databases(secrets);
            }
            for (Program program : Program.values()) {
                try (Connection connection = superuser.connect(program.database())) {
                    new PostgresDatabases(connection).schema(program.database());
                }
            }
        } catch (SQLException e) {
            throw new LocalFault("The databases could not be set up: " + e.getMessage(), e);
        }
    }

    private void databases(LocalSecrets secrets) throws SQLException {
        for (Program program : Program.values()) {
            String name = program.database();
            role(name + "_owner", "NOLOGIN");
            role(name + "_migrator", "LOGIN");
            role(name + "_app", "LOGIN");
            password(name + "_migrator", secrets.of(program.migratorSecret()));
            password(name + "_app", secrets.of(program.appSecret()));
            run("GRANT " + name + "_owner TO " + name + "_migrator");
            run("ALTER ROLE " + name + "_migrator SET search_path = " + name);
            run("ALTER ROLE " + name + "_app SET search_path = " + name);
            database(name, "postgres");
            run("GRANT CONNECT ON DATABASE " + name + " TO " + name + "_migrator, " + name + "_app");
        }
        role("keycloak", "LOGIN");
        password("keycloak", secrets.of(KEYCLOAK_SECRET));
        database("keycloak", "keycloak");
    }

    private void schema(String name) throws SQLException {
        run("REVOKE ALL ON SCHEMA public FROM PUBLIC");
        run("CREATE SCHEMA IF NOT EXISTS " + name + " AUTHORIZATION " + name + "_owner");
        run("GRANT USAGE ON SCHEMA " + name + " TO " + name + "_app");
    }

    private void role(String name, String attribute) throws SQLException {
        if (!exists("SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            run("CREATE ROLE " + name);
        }
        run("ALTER ROLE " + name + " " + attribute);
    }

    private void database(String name, String owner) throws SQLException {
        if (!exists("SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            run("CREATE DATABASE " + name + " OWNER " + owner);
        }
        run("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
    }

    /** Hashed here, so that the server never sees and never logs the password itself. */
    private void password(String role, String password) throws SQLException {
        char[] letters = password.toCharArray();
        connection.unwrap(PGConnection.class).alterUserPassword(role, letters, "scram-sha-256");
        Arrays.fill(letters, ' ');
    }

    private boolean exists(String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
