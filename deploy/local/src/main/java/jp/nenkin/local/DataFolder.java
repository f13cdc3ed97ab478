package jp.nenkin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** One local system's folder: certificates, secrets, every server's data and the logs. */
public final class DataFolder {
    /**
     * The optimizing compiler costs a short-lived server more than it gives: half the time of its start. Without it the
     * virtual machine makes little room for code and classes, and collects everything whenever that fills.
     */
    static final List<String> SHORT_LIVED_JAVA =
            List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m", "-XX:MetaspaceSize=128m");

    private final Path root;
    private final boolean shortLived;
    private final LocalCertificates certificates;
    private final LocalSecrets secrets;

    private DataFolder(Path root, boolean shortLived) {
        this.shortLived = shortLived;
        this.root = PrivateFiles.folder(root.toAbsolutePath().normalize());
        this.certificates = LocalCertificates.in(this.root.resolve("certificates"), Clock.systemUTC());
        this.secrets = LocalSecrets.in(this.root.resolve("secrets.properties"));
    }

    public static DataFolder at(Path root) {
        return new DataFolder(root, false);
    }

    /** The folder of servers that run for minutes, as tests do, and must start quickly. */
    public static DataFolder shortLived(Path root) {
        return new DataFolder(root, true);
    }

    /** A new folder for one test run, below the machine's folder for such; the caller {@link #delete()}s it. */
    public static DataFolder temporary() {
        try {
            return shortLived(Files.createTempDirectory("nenkin-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A temporary folder that already holds PostgreSQL's data with Keycloak's realms: what the two take most of their
     * first start for.
     */
    public static DataFolder prepared() {
        DataFolder folder = temporary();
        PreparedDatabases.copyInto(folder);
        return folder;
    }

    public Path root() {
        return root;
    }

    public LocalCertificates certificates() {
        return certificates;
    }

    public LocalSecrets secrets() {
        return secrets;
    }

    /** Where the log of the server or service of this name goes. */
    public Path log(String name) {
        return PrivateFiles.folder(root.resolve("logs")).resolve(name + ".log");
    }

    public void delete() {
        PrivateFiles.delete(root);
    }

    List<String> javaOptions() {
        return shortLived ? SHORT_LIVED_JAVA : List.of();
    }

    /** The Java that runs us. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    Path of(String server) {
        return root.resolve(server);
    }
}
