package jp.nenkin.auth.edge;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.PemKeyCertOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import jp.nenkin.local.DataFolder;
import jp.nenkin.local.ServerCertificate;

/** Stands where the edge expects ledger-service, over TLS of the same CA, and notes what it is asked. */
final class Ledger implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final ConcurrentLinkedQueue<HttpServerResponse> listeners = new ConcurrentLinkedQueue<>();
    private final AtomicLong received = new AtomicLong();

    /** A call as it arrived. */
    record Asked(String method, String uri, Map<String, String> headers, long bodyLength) {
        String bearer() {
            return headers.getOrDefault("authorization", "").replaceFirst("^Bearer ", "");
        }
    }

    Ledger() throws Exception {
        ServerCertificate tls = DataFolder.at(Path.of(Browser.setting("nenkin.test.folder")))
                .certificates()
                .of("ledger-of-tests");
        HttpServerOptions options = new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(tls.certificate().toString())
                        .setKeyPath(tls.key().toString()));
        int port = URI.create(Browser.setting("nenkin.ledger.url")).getPort();
        vertx.createHttpServer(options)
                .requestHandler(this::answer)
                .listen(port)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    void forget() {
        asked.clear();
        received.set(0);
    }

    /** Bytes of the bodies that came so far, also of one that is still coming. */
    long received() {
        return received.get();
    }

    int listeners() {
        return listeners.size();
    }

    /** Tells whoever listens. */
    void tell(String event) {
        listeners.forEach(listener -> vertx.runOnContext(now -> listener.write(event)));
    }

    private void answer(HttpServerRequest request) {
        AtomicLong length = new AtomicLong();
        request.handler(part -> {
            length.addAndGet(part.length());
            received.addAndGet(part.length());
        });
        request.endHandler(end -> {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            request.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
            asked.add(new Asked(request.method().name(), request.uri(), headers, length.get()));
            if ("/events".equals(request.path())) {
                listen(request.response());
            } else if ("/cut".equals(request.path())) {
                request.connection().close();
            } else {
                request.response()
                        .setStatusCode(request.method().name().equals("POST") ? 201 : 200)
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Set-Cookie", "theirs=1; Path=/")
                        .putHeader("WWW-Authenticate", "Bearer")
                        .putHeader("X-Content-Type-Options", "theirs")
                        .putHeader("ETag", "\"7\"")
                        .putHeader("Location", "/runs/1")
                        .end(Buffer.buffer("{\"path\":\"%s\"}".formatted(request.path())));
            }
        });
    }

    private void listen(HttpServerResponse response) {
        response.setChunked(true).putHeader("Content-Type", "text/event-stream");
        response.closeHandler(closed -> listeners.remove(response));
        response.exceptionHandler(closed -> listeners.remove(response));
        response.write("retry: 100\n\n");
        listeners.add(response);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
