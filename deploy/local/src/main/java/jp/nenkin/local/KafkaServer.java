package jp.nenkin.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Kafka broker and controller in one child JVM: TLS only, our topics created, data kept in its folder. */
public final class KafkaServer implements AutoCloseable {
    private static final String NAME = "kafka";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    // Any 16 bytes; the same everywhere, since clusters never meet.
    static final String CLUSTER = "bmVua2luLWxvY2FsLTAwMQ";

    private final DataFolder folder;
    private final int port;
    private final ChildProcess process;

    private KafkaServer(DataFolder folder, int port, ChildProcess process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Starts on the data in the folder, or on new data when there is none, and creates the topics that are missing. */
    public static KafkaServer start(DataFolder folder, int port, int controllerPort) {
        Path settings = folder.of("kafka.properties");
        PrivateFiles.write(settings, settings(folder, port, controllerPort).text());
        if (!isInitialised(folder)) {
            format(folder);
        }
        List<String> options = new ArrayList<>(folder.javaOptions());
        options.addAll(keptClasses());
        ChildProcess process = ChildProcess.start(
                ChildProcess.Command.of(NAME, folder.log(NAME), java(options, "kafka.Kafka", settings.toString())));
        KafkaServer server = new KafkaServer(folder, port, process);
        try {
            Await.until(process, LIMIT, () -> Ports.isListening(port));
            TopicsJob.createMissing(server.clientSettings());
        } catch (RuntimeException e) {
            process.stop();
            throw e;
        }
        return server;
    }

    static boolean isInitialised(DataFolder folder) {
        return Files.exists(folder.of("kafka").resolve("meta.properties"));
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** What every client needs to reach it, by Kafka's setting names. */
    public Map<String, Object> clientSettings() {
        return clientSettings(bootstrapServers(), folder.certificates().caFile());
    }

    static Map<String, Object> clientSettings(String bootstrapServers, Path caFile) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "security.protocol",
                "SSL",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                caFile.toString());
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.stop();
    }

    ChildProcess process() {
        return process;
    }

    /** What Kafka's own tool writes holds no address and no name of ours: made once on this machine, then copied. */
    private static void format(DataFolder folder) {
        String name = "kafka-formatted-" + Distributions.found().kafkaVersion();
        Path formatted = SharedCache.folder(name, KafkaServer::format);
        Path data = PrivateFiles.folder(folder.of("kafka"));
        try {
            Files.copy(formatted.resolve("bootstrap.checkpoint"), data.resolve("bootstrap.checkpoint"));
            // Last, as its presence says that the folder is whole.
            Files.copy(formatted.resolve("meta.properties"), data.resolve("meta.properties"));
        } catch (IOException e) {
            throw new LocalFault("Kafka's folder " + data + " cannot be set up: " + e, e);
        }
    }

    private static void format(Path formatted) throws InterruptedException {
        Path settings = formatted.resolveSibling(formatted.getFileName() + ".properties");
        PrivateFiles.write(
                settings,
                KafkaSettings.text(Map.of(
                        "process.roles",
                        "controller",
                        "node.id",
                        KafkaSettings.NODE,
                        "controller.quorum.voters",
                        KafkaSettings.NODE + "@localhost:1",
                        "controller.listener.names",
                        "CONTROLLER",
                        "listeners",
                        "CONTROLLER://localhost:1",
                        "log.dirs",
                        formatted.toString())));
        List<String> line = java(
                DataFolder.SHORT_LIVED_JAVA,
                "kafka.tools.StorageTool",
                "format",
                "-t",
                CLUSTER,
                "-c",
                settings.toString());
        Path log = formatted.resolveSibling(formatted.getFileName() + ".log");
        ChildProcess tool = ChildProcess.start(ChildProcess.Command.of("kafka format", log, line));
        if (tool.await(LIMIT) != 0) {
            throw tool.death();
        }
    }

    /** The classes it loads, written down by the first broker that ends in order: half the time of a start. */
    private static List<String> keptClasses() {
        Path classes = ProjectFolder.cache()
                .resolve("kafka-classes-" + Distributions.found().kafkaVersion() + ".jsa");
        return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + classes);
    }

    private static List<String> java(List<String> options, String... program) {
        List<String> line = new ArrayList<>(List.of(
                DataFolder.java(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
                "-cp",
                Distributions.found().kafkaClasspath().replace(":", File.pathSeparator)));
        line.addAll(options);
        line.addAll(List.of(program));
        return line;
    }

    private static KafkaSettings settings(DataFolder folder, int port, int controllerPort) {
        ServerCertificate tls = folder.certificates().of("kafka");
        Path both = tls.ca().resolveSibling("kafka-both.pem");
        PrivateFiles.write(both, keyAndCertificate(tls));
        KafkaSettings.Listeners listeners = KafkaSettings.Listeners.onLoopback(port, controllerPort);
        return new KafkaSettings(listeners, both, tls.ca(), folder.of("kafka"));
    }

    /** Kafka reads key and certificate from one file. */
    static String keyAndCertificate(ServerCertificate tls) {
        try {
            return Files.readString(tls.key()) + Files.readString(tls.certificate()) + Files.readString(tls.ca());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
