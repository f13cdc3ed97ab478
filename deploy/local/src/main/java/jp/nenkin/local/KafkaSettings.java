package jp.nenkin.local;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * What the broker is told, in Kafka's own words: the same as a child process and in a container, but for where it
 * listens and where its files lie.
 */
record KafkaSettings(Listeners listeners, Path keyAndCertificate, Path ca, Path data) {
    static final String NODE = "1";

    /** What only other containers connect to; the address of the other listener leads nowhere for them. */
    static final int PORT_AMONG_CONTAINERS = 9092;

    /** Where the broker listens, and what it tells clients to connect to. */
    record Listeners(String bound, String advertised, String protocols, int controllerPort) {

        static Listeners onLoopback(int port, int controllerPort) {
            return new Listeners(
                    "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                    "CLIENTS://localhost:" + port,
                    "CLIENTS:SSL,CONTROLLER:SSL",
                    controllerPort);
        }

        /** One listener for containers, under this host name, and one for programs on the machine around them. */
        static Listeners inContainer(String host, Ports ports) {
            return new Listeners(
                    "CLIENTS://0.0.0.0:%d,MACHINE://0.0.0.0:%d,CONTROLLER://127.0.0.1:%d"
                            .formatted(PORT_AMONG_CONTAINERS, ports.kafka(), ports.kafkaController()),
                    "CLIENTS://%s:%d,MACHINE://localhost:%d".formatted(host, PORT_AMONG_CONTAINERS, ports.kafka()),
                    "CLIENTS:SSL,MACHINE:SSL,CONTROLLER:SSL",
                    ports.kafkaController());
        }
    }

    /** As the text of a server.properties, the same for the same settings. */
    String text() {
        return text(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", NODE),
                // One controller has nobody to tell twice a second that it lives.
                Map.entry("metadata.max.idle.interval.ms", "0"),
                // Written here and not in the log, so that kept data can come up on other ports.
                Map.entry("controller.quorum.voters", NODE + "@localhost:" + listeners.controllerPort()),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listeners", listeners.bound()),
                Map.entry("advertised.listeners", listeners.advertised()),
                Map.entry("inter.broker.listener.name", "CLIENTS"),
                Map.entry("listener.security.protocol.map", listeners.protocols()),
                Map.entry("ssl.keystore.type", "PEM"),
                Map.entry("ssl.keystore.location", keyAndCertificate.toString()),
                Map.entry("ssl.truststore.type", "PEM"),
                Map.entry("ssl.truststore.location", ca.toString()),
                Map.entry("ssl.enabled.protocols", "TLSv1.3,TLSv1.2"),
                Map.entry("listener.name.controller.ssl.client.auth", "required"),
                Map.entry("log.dirs", data.toString()),
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
                Map.entry("group.initial.rebalance.delay.ms", "0")));
    }

    static String text(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        // Written as bytes: only then letters beyond Latin 1, as a folder's name may have, are escaped.
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Without the line that says when.
        return text.toString(StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(joining("\n", "", "\n"));
    }
}
