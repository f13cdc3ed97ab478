package jp.nenkin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jp.nenkin.keycloak.ClientSecrets;
import jp.nenkin.keycloak.PeopleClient;
import jp.nenkin.keycloak.RealmVersion;

/**
 * PostgreSQL's data with Keycloak's tables and realms already in it: made once on this machine for each build of
 * Keycloak and each version of the realms, which takes half a minute, and copied for every test run. Beside it lie the
 * classes that Keycloak's virtual machine has loaded meanwhile, in the form in which it loads them quickest.
 */
final class PreparedDatabases {
    private static final List<String> SECRETS_IN_THE_DATA =
            List.of(PostgresServer.SUPERUSER_SECRET, KeycloakServer.ADMIN_SECRET, KeycloakServer.ADMIN_PASSWORD);

    private static final String CLASSES = "keycloak-classes.jsa";
    private static final int VERSION_LENGTH = 12;

    private PreparedDatabases() {}

    /** Whether an earlier test run on this machine has made them. */
    static boolean arePresent() {
        return SharedCache.isComplete(name());
    }

    /** Makes them if they are not there. */
    static Path make() {
        return SharedCache.folder(name(), PreparedDatabases::prepare);
    }

    /** Copies them into a folder that has none, with the secrets that are in the data. */
    static void copyInto(DataFolder folder) {
        DataFolder prepared = DataFolder.shortLived(make());
        SECRETS_IN_THE_DATA.forEach(
                secret -> folder.secrets().adopt(secret, prepared.secrets().of(secret)));
        PeopleClient.adoptSecret(ClientSecrets.in(prepared.root()), ClientSecrets.in(folder.root()));
        copy(prepared.of("postgres"), folder.of("postgres"));
    }

    /** What tells Keycloak's virtual machine where its classes are; empty when they are not there. */
    static String keycloakClasses() {
        Path classes = ProjectFolder.cache().resolve(name()).resolve(CLASSES);
        return arePresent() && Files.exists(classes) ? KeycloakServer.takingClasses(classes) : "";
    }

    /** With the machine's version, as classes are kept for one only. */
    private static String name() {
        String realms = RealmVersion.current().substring(0, VERSION_LENGTH);
        return "prepared-%s-%s-java-%s".formatted(KeycloakServer.build().name(), realms, Runtime.version());
    }

    private static void prepare(Path folder) {
        DataFolder data = DataFolder.shortLived(folder);
        Ports ports = Ports.free();
        Together.run(List.<Callable<?>>of(
                () -> {
                    prepareKeycloak(data, ports, folder.resolve(CLASSES));
                    return folder;
                },
                () -> {
                    // The first broker keeps the classes for all: else those that start at once would each write them.
                    KafkaServer.start(data, ports.kafka(), ports.kafkaController())
                            .close();
                    return folder;
                }));
    }

    private static void prepareKeycloak(DataFolder data, Ports ports, Path classes) {
        try (PostgresServer postgres = PostgresServer.start(data, ports.postgres(), PostgresServer.Durability.NONE);
                KeycloakServer keycloak = KeycloakServer.startKeepingClasses(data, ports, postgres, classes)) {
            keycloak.applyRealms();
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path source : tree.toList()) {
                Path target = to.resolve(from.relativize(source));
                if (Files.isDirectory(source)) {
                    PrivateFiles.folder(target);
                } else {
                    Files.copy(source, target);
                }
            }
        } catch (IOException e) {
            throw new LocalFault("Cannot copy the prepared databases: " + e, e);
        }
    }
}
