package jp.nenkin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** One local system's folder: certificates, secrets, every server's data and the logs. */
public final class DataFolder {
    private static final String CHACHA20 = "TLS_CHACHA20_POLY1305_SHA256,TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256";

    /**
     * Without the optimizing compiler AES and SHA-2 run as plain Java: a fifth of a test run went there. ChaCha20
     * takes a quarter of AES' time then; and a PEM key that Kafka or Vert.x holds in memory as PKCS #12, under a
     * password that stands in its own code, is not hashed ten thousand times each time it is looked at.
     */
    static final List<String> CRYPTOGRAPHY_WITHOUT_OPTIMIZER = List.of(
            "-Djdk.tls.client.cipherSuites=" + CHACHA20,
            "-Djdk.tls.server.cipherSuites=" + CHACHA20 + ",TLS_AES_256_GCM_SHA384",
            "-Dkeystore.pkcs12.keyPbeIterationCount=1",
            "-Dkeystore.pkcs12.certPbeIterationCount=1",
            "-Dkeystore.pkcs12.macIterationCount=1");

    /**
     * The optimizing compiler costs a short-lived server more than it gives: half the time of its start. Without it the
     * virtual machine makes little room for code and classes, and collects everything whenever that fills.
     */
    static final List<String> SHORT_LIVED_JAVA = Stream.concat(
                    Stream.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m", "-XX:MetaspaceSize=128m"),
                    CRYPTOGRAPHY_WITHOUT_OPTIMIZER.stream())
            .toList();

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
