package jp.nenkin.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** The ports of one local system, all on loopback. */
public record Ports(
        int postgres,
        int keycloak,
        int keycloakManagement,
        int smtps,
        int kafka,
        int kafkaController,
        int imaps,
        int member,
        int ledger,
        int notice,
        int auth) {
    public static final int USUAL_BASE = 18_000;

    static final int LOWEST_BASE = 1_024;
    static final int HIGHEST_BASE = 65_431;

    private static final int COUNT = 11;
    private static final int BLOCK = 16;
    private static final Queue<ServerSocket> KEPT = new ConcurrentLinkedQueue<>();
    private static final int CONNECT_MILLIS = 500;

    /** A port and what it is for. */
    record Use(int port, String name) {}

    public static Ports from(int base) {
        return new Ports(
                base + 32,
                base + 43,
                base + 44,
                base + 65,
                base + 92,
                base + 94,
                base + 93,
                base + 101,
                base + 102,
                base + 103,
                base + 104);
    }

    /**
     * Ports nobody listens on, and nobody else is given: this program listens on the one before them until it ends.
     * They are below the range the system takes outgoing connections' ports from.
     */
    public static Ports free() {
        List<Integer> blocks = new ArrayList<>(IntStream.range(20_000 / BLOCK, 32_000 / BLOCK)
                .map(block -> block * BLOCK)
                .boxed()
                .toList());
        Collections.shuffle(blocks);
        return blocks.stream()
                .filter(block ->
                        IntStream.rangeClosed(block + 1, block + COUNT).allMatch(Ports::isFree) && isKept(block))
                .findFirst()
                .map(Ports::inBlock)
                .orElseThrow(() -> new LocalFault("No eleven ports from 20000 to 32000 are free"));
    }

    private static Ports inBlock(int block) {
        return new Ports(
                block + 1,
                block + 2,
                block + 3,
                block + 4,
                block + 5,
                block + 6,
                block + 7,
                block + 8,
                block + 9,
                block + 10,
                block + 11);
    }

    private static boolean isKept(int port) {
        try {
            KEPT.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public int of(Program program) {
        return switch (program) {
            case MEMBER -> member;
            case LEDGER -> ledger;
            case NOTICE -> notice;
            case AUTH -> auth;
        };
    }

    List<Use> uses() {
        return List.of(
                new Use(postgres, "PostgreSQL"),
                new Use(keycloak, "Keycloak"),
                new Use(keycloakManagement, "Keycloak's health"),
                new Use(smtps, "mail out (SMTPS)"),
                new Use(kafka, "Kafka"),
                new Use(kafkaController, "Kafka's controller"),
                new Use(imaps, "mail in (IMAPS)"),
                new Use(member, Program.MEMBER.label()),
                new Use(ledger, Program.LEDGER.label()),
                new Use(notice, Program.NOTICE.label()),
                new Use(auth, Program.AUTH.label()));
    }

    boolean anyTaken() {
        return uses().stream().anyMatch(use -> !isFree(use.port()));
    }

    void refuseTaken() {
        for (Use use : uses()) {
            if (!isFree(use.port())) {
                throw new LocalFault(("Port %d, which %s needs, is taken by another program: stop that program"
                                + " (find it with: ss -ltnp 'sport = :%d') or choose other ports with --port-base N.")
                        .formatted(use.port(), use.name(), use.port()));
            }
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isListening(int port) throws IOException {
        try (Socket socket = new Socket()) {
            // No trace is left: a port that lingers would be taken when its server comes.
            socket.setSoLinger(true, 0);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            // Where outgoing connections get such ports, one may have reached itself.
            return socket.getLocalPort() != port;
        }
    }
}
