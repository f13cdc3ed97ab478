package jp.nenkin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** One local system's folder: certificates, secrets, every server's data and the logs. */
public final class DataFolder {
    private final Path root;
    private final LocalCertificates certificates;
    private final LocalSecrets secrets;

    private DataFolder(Path root) {
        this.root = PrivateFiles.folder(root.toAbsolutePath().normalize());
        this.certificates = LocalCertificates.in(this.root.resolve("certificates"), Clock.systemUTC());
        this.secrets = LocalSecrets.in(this.root.resolve("secrets.properties"));
    }

    public static DataFolder at(Path root) {
        return new DataFolder(root);
    }

    /** A new folder for one test run, below the machine's folder for such; the caller {@link #delete()}s it. */
    public static DataFolder temporary() {
        try {
            return new DataFolder(Files.createTempDirectory("nenkin-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    Path of(String server) {
        return root.resolve(server);
    }
}
