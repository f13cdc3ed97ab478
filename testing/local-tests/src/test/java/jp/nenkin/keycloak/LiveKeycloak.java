package jp.nenkin.keycloak;

import java.net.URI;
import jp.nenkin.local.DataFolder;
import jp.nenkin.local.KeycloakServer;
import jp.nenkin.local.Ports;
import jp.nenkin.local.PostgresServer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.keycloak.admin.client.Keycloak;

/** Gives tests a real Keycloak on a real PostgreSQL with the realms applied, started once for all of them. */
final class LiveKeycloak implements BeforeAllCallback, ParameterResolver {

    /** The portal as Keycloak knows it; nobody is there. */
    static final URI PORTAL = URI.create("https://portal.example");

    /** The servers. */
    record Servers(DataFolder folder, PostgresServer postgres, KeycloakServer server, Keycloak admin, DemoPeople people)
            implements AutoCloseable {

        static Servers start() {
            DataFolder folder = DataFolder.prepared();
            Ports ports = Ports.free();
            PostgresServer postgres = PostgresServer.start(folder, ports.postgres(), PostgresServer.Durability.NONE);
            KeycloakServer server =
                    KeycloakServer.start(folder, ports.keycloak(), ports.keycloakManagement(), postgres);
            new PortalClients(server.admin(), ClientSecrets.in(folder.root())).ensure(PORTAL);
            return new Servers(
                    folder, postgres, server, server.admin().open(), new DemoPeople(server.admin(), folder.root()));
        }

        @Override
        public void close() {
            people.close();
            admin.close();
            server.close();
            postgres.close();
            folder.delete();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        servers(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Servers.class;
    }

    @Override
    public Servers resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return servers(context);
    }

    private static Servers servers(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(LiveKeycloak.class))
                .computeIfAbsent(Servers.class, _ -> Servers.start(), Servers.class);
    }
}
