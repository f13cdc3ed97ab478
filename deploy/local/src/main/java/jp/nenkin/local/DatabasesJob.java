package jp.nenkin.local;

import java.nio.file.Path;
import java.sql.DriverManager;
import jp.nenkin.keycloak.Environment;

/**
 * Makes a PostgreSQL have our databases and roles: told by NENKIN_POSTGRES (host:port), NENKIN_CA and NENKIN_PASSWORDS,
 * the file of the passwords of the superuser and of all roles.
 */
public final class DatabasesJob {
    private DatabasesJob() {}

    public static void main(String[] arguments) {
        provision(Environment.ofProcess());
        System.out.println("Databases and roles are there.");
    }

    static void provision(Environment environment) {
        String address = environment.of("NENKIN_POSTGRES");
        Path ca = Path.of(environment.of("NENKIN_CA"));
        LocalSecrets passwords = LocalSecrets.in(Path.of(environment.of("NENKIN_PASSWORDS")));
        String password = passwords.of(PostgresServer.SUPERUSER_SECRET);
        PostgresDatabases.provision(
                database -> DriverManager.getConnection(
                        PostgresServer.jdbcUrl(address, database, ca), PostgresServer.SUPERUSER, password),
                passwords);
    }
}
