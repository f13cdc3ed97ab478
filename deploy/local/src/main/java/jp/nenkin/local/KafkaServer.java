package jp.nenkin.local;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.nenkin.events.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A real Kafka broker and controller in one child JVM: TLS only, our topics created, data kept in its folder. */
public final class KafkaServer implements AutoCloseable {
    private static final String NAME = "kafka";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String NODE = "1";
    // Any 16 bytes; the same everywhere, since clusters never meet.
    private static final String CLUSTER = "bmVua2luLWxvY2FsLTAwMQ";

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
        PrivateFiles.write(settings, text(settings(folder, port, controllerPort)));
        if (!isInitialised(folder)) {
            format(folder);
        }
        ChildProcess process = ChildProcess.start(ChildProcess.Command.of(
                NAME, folder.log(NAME), java(folder.javaOptions(), "kafka.Kafka", settings.toString())));
        KafkaServer server = new KafkaServer(folder, port, process);
        try {
            Await.until(process, LIMIT, () -> Ports.isListening(port));
            server.createTopics();
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
        return Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "security.protocol",
                "SSL",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                folder.certificates().caFile().toString());
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

    private void createTopics() {
        try (Admin admin = Admin.create(clientSettings())) {
            Set<String> present = admin.listTopics().names().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            List<NewTopic> missing = Topics.ALL.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(KafkaServer::created)
                    .toList();
            admin.createTopics(missing).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalFault("The topics could not be created: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("Interrupted while creating topics", e);
        }
    }

    private static NewTopic created(Topics.Topic topic) {
        Map<String, String> kept = topic.compacted()
                ? Map.of("cleanup.policy", "compact")
                : Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
        return new NewTopic(topic.name(), Topics.PARTITIONS, (short) 1).configs(kept);
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
                text(Map.of(
                        "process.roles",
                        "controller",
                        "node.id",
                        NODE,
                        "controller.quorum.voters",
                        NODE + "@localhost:1",
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

    private static Map<String, String> settings(DataFolder folder, int port, int controllerPort) {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", NODE),
                // Written here and not in the log, so that kept data can come up on other ports.
                Map.entry("controller.quorum.voters", NODE + "@localhost:" + controllerPort),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listeners", "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "CLIENTS://localhost:" + port),
                Map.entry("inter.broker.listener.name", "CLIENTS"),
                Map.entry("listener.security.protocol.map", "CLIENTS:SSL,CONTROLLER:SSL"),
                Map.entry("ssl.keystore.type", "PEM"),
                Map.entry("ssl.keystore.location", keyAndCertificate(folder).toString()),
                Map.entry("ssl.truststore.type", "PEM"),
                Map.entry(
                        "ssl.truststore.location",
                        folder.certificates().caFile().toString()),
                Map.entry("ssl.enabled.protocols", "TLSv1.3,TLSv1.2"),
                Map.entry("listener.name.controller.ssl.client.auth", "required"),
                Map.entry("log.dirs", folder.of("kafka").toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("num.partitions", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"));
    }

    /** Kafka reads key and certificate from one file. */
    private static Path keyAndCertificate(DataFolder folder) {
        ServerCertificate tls = folder.certificates().of("kafka");
        Path both = folder.certificates().caFile().resolveSibling("kafka-both.pem");
        try {
            PrivateFiles.write(
                    both,
                    Files.readString(tls.key()) + Files.readString(tls.certificate()) + Files.readString(tls.ca()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return both;
    }

    private static String text(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        // Written as bytes: only then letters beyond Latin 1, as a folder's name may have, are escaped.
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.ISO_8859_1);
    }
}
