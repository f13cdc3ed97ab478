package jp.nenkin.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** What the edge is told of its surroundings: a port for the service behind it, the portal's files, and its key. */
public final class Neighbourhood implements QuarkusTestResourceLifecycleManager {
    /** Where no service listens. */
    private static final String NOBODY = "https://localhost:1";

    @Override
    public Map<String, String> start() {
        String ledger = "https://localhost:" + freePort();
        return Map.of(
                "nenkin.member.url",
                NOBODY,
                "nenkin.ledger.url",
                ledger,
                "nenkin.notice.url",
                NOBODY,
                "nenkin.edge.key",
                Base64.getEncoder().encodeToString("a key of thirty-two bytes, tests".getBytes(UTF_8)),
                "nenkin.edge.upload.by-path.\"/api/ledger/uploads\"",
                "20M",
                // More than all tests call from here together.
                "nenkin.public.calls-per-address",
                "300",
                "nenkin.edge.events.look",
                "200ms",
                "nenkin.portal.files",
                portal().toString());
    }

    @Override
    public void stop() {}

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Path portal() {
        try {
            Path folder = Path.of("target", "portal-of-tests").toAbsolutePath();
            Files.createDirectories(folder.resolve("assets"));
            Files.writeString(folder.resolve("index.html"), "<!doctype html><title>ポータル</title>");
            Files.writeString(folder.resolve("assets").resolve("index-B1a2c3.js"), "export {};");
            Files.writeString(folder.resolve("favicon.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
            Files.writeString(folder.resolve(".hidden"), "not to be seen");
            return folder;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
