package jp.nenkin.auth.edge;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import jp.nenkin.auth.secret.Secret;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events, which outlast the check that let them begin: a stream ends with its session or with its token.
 * The browser then asks again by itself, and goes on after its Last-Event-ID if it may.
 */
@ApplicationScoped
class EventStreams {
    private static final String TYPE = "text/event-stream";

    private final Vertx vertx;
    private final Sessions sessions;
    private final Clock clock;
    private final Duration look;

    EventStreams(
            Vertx vertx,
            Sessions sessions,
            Clock clock,
            @ConfigProperty(name = "nenkin.edge.events.look", defaultValue = "5s") Duration look) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.clock = clock;
        this.look = look;
    }

    static boolean asksFor(@Nullable String accept) {
        return accept != null && accept.startsWith(TYPE);
    }

    static boolean is(ProxyResponse response) {
        String type = response.headers().get("Content-Type");
        return type != null && type.startsWith(TYPE);
    }

    /** Lets the response end when its session or its token does; called on the connection's event loop. */
    void guard(ProxyResponse response, HttpClientRequest call, Secret id, Tokens tokens) {
        Endable stream = new Endable(response.getBody().stream());
        long left = Math.max(
                1, Duration.between(clock.instant(), tokens.accessEndsAt()).toMillis());
        long end = vertx.setTimer(left, timer -> stream.end());
        long watch = vertx.setPeriodic(
                look.toMillis(),
                timer -> vertx.executeBlocking(() -> sessions.find(id).isEmpty(), false)
                        .onSuccess(over -> {
                            if (over) {
                                stream.end();
                            }
                        }));
        stream.whenOver(() -> {
            vertx.cancelTimer(end);
            vertx.cancelTimer(watch);
            call.reset();
        });
        response.setBody(Body.body(stream));
    }

    /** A stream that we can end from our side as well. */
    private static final class Endable implements ReadStream<Buffer> {
        // An empty comment: it brings the response's head on its way before the first event.
        private static final Buffer OPENING = Buffer.buffer(":\n\n");

        private final ReadStream<Buffer> source;
        private @Nullable Handler<Buffer> handler;
        private @Nullable Handler<Void> endHandler;
        private @Nullable Handler<Throwable> exceptionHandler;
        private Runnable whenOver = () -> {};
        private boolean opened;
        private boolean over;

        Endable(ReadStream<Buffer> source) {
            this.source = source;
            source.handler(this::arrived);
            source.endHandler(ended -> end());
            source.exceptionHandler(this::failed);
        }

        void whenOver(Runnable action) {
            whenOver = action;
        }

        void end() {
            if (close() && endHandler != null) {
                endHandler.handle(null);
            }
        }

        private void failed(Throwable fault) {
            if (close() && exceptionHandler != null) {
                exceptionHandler.handle(fault);
            }
        }

        private boolean close() {
            if (over) {
                return false;
            }
            over = true;
            whenOver.run();
            return true;
        }

        private void arrived(Buffer events) {
            if (!over && handler != null) {
                handler.handle(events);
            }
        }

        @Override
        public ReadStream<Buffer> resume() {
            if (!opened) {
                opened = true;
                arrived(OPENING);
            }
            source.resume();
            return this;
        }

        @Override
        public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
            this.handler = handler;
            return this;
        }

        @Override
        public ReadStream<Buffer> endHandler(@Nullable Handler<Void> endHandler) {
            this.endHandler = endHandler;
            return this;
        }

        @Override
        public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
            this.exceptionHandler = handler;
            return this;
        }

        @Override
        public ReadStream<Buffer> pause() {
            source.pause();
            return this;
        }

        @Override
        public ReadStream<Buffer> fetch(long amount) {
            source.fetch(amount);
            return this;
        }
    }
}
