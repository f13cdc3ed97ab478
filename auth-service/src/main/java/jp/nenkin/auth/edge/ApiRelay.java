package jp.nenkin.auth.edge;

import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Passes calls on to the services that the configuration names, with the session's token; bodies stream both ways. Of
 * what the browser sent, only headers that say what is asked go along, and none that could say who asks.
 */
@ApplicationScoped
class ApiRelay {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    // Longer than a service leaves a silent connection open itself; neither an upload nor events are silent.
    private static final Duration IDLE = Duration.ofSeconds(65);
    // Shorter than that: no call is put on a connection that is just being closed.
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 256;

    private static final List<String> ASKING = List.of(
            "Accept",
            "Accept-Encoding",
            "Accept-Language",
            "Content-Encoding",
            "Content-Language",
            "Content-Length",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "Last-Event-ID",
            "Range",
            "User-Agent",
            "traceparent",
            "tracestate");
    // Set-Cookie and WWW-Authenticate are between us and the service, the others between two ends of a connection.
    private static final List<String> KEPT_BACK = List.of(
            "Set-Cookie",
            "WWW-Authenticate",
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Server",
            "TE",
            "Trailer",
            "Upgrade");

    private final Map<String, URI> services;
    private final HttpClient client;
    private final EventStreams events;
    private final Refusals refusals;

    ApiRelay(
            Vertx vertx,
            TlsConfigurationRegistry tls,
            EventStreams events,
            Refusals refusals,
            @ConfigProperty(name = "nenkin.edge.services") Map<String, URI> services) {
        this.events = events;
        this.refusals = refusals;
        this.services = services;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setSsl(true)
                .setTrustOptions(tls.get("nenkin").orElseThrow().getTrustStoreOptions())
                .setConnectTimeout((int) CONNECT.toMillis())
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setIdleTimeout((int) IDLE.toSeconds())
                .setKeepAliveTimeout((int) KEPT.toSeconds())
                .setMaxPoolSize(CONNECTIONS)
                .setMaxWaitQueueSize(CONNECTIONS));
    }

    boolean knows(ApiPath path) {
        return services.containsKey(path.service());
    }

    /** On the connection's event loop, with the request paused. */
    void pass(ApiGate.Call call, Tokens tokens) {
        URI service = Objects.requireNonNull(
                services.get(call.path().service()), call.path().service());
        RequestOptions place = new RequestOptions().setHost(service.getHost()).setPort(service.getPort());
        client.request(place)
                .onSuccess(connected -> HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                        .origin(context -> Future.succeededFuture(connected))
                        .addInterceptor(new Passing(call, service.toString(), tokens, connected))
                        .handle(call.request()))
                .onFailure(away -> refusals.send(Refusals.unavailable(), call.context()));
    }

    /** One call on its way there and back. */
    private final class Passing implements ProxyInterceptor {
        private final ApiGate.Call call;
        private final String service;
        private final Tokens tokens;
        private final HttpClientRequest connected;

        Passing(ApiGate.Call call, String service, Tokens tokens, HttpClientRequest connected) {
            this.call = call;
            this.service = service;
            this.tokens = tokens;
            this.connected = connected;
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            ProxyRequest request = context.request();
            String query = call.request().query();
            request.setURI(query == null ? call.path().rest() : call.path().rest() + "?" + query);
            MultiMap asked = MultiMap.caseInsensitiveMultiMap();
            ASKING.forEach(name -> asked.set(name, request.headers().getAll(name)));
            request.headers().clear().addAll(asked);
            request.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.access());
            if (call.header(HttpHeaders.CONTENT_LENGTH) == null) {
                request.setBody(null);
            }
            return context.sendRequest()
                    .recover(away -> Future.succeededFuture(refusals.unavailable(request, call.context())));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            ProxyResponse response = context.response();
            MultiMap headers = response.headers();
            KEPT_BACK.forEach(headers::remove);
            // What the edge says of itself stands already, and once.
            call.request().response().headers().names().forEach(headers::remove);
            String location = headers.get(HttpHeaders.LOCATION);
            if (location != null) {
                headers.set(HttpHeaders.LOCATION, asSeenFromOutside(location));
            }
            if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
                headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
            }
            if (EventStreams.is(response) && !call.request().method().equals(HttpMethod.HEAD)) {
                events.guard(response, connected, call.id(), tokens);
            }
            return context.sendResponse();
        }

        private String asSeenFromOutside(String location) {
            String place = location.startsWith(service + "/") ? location.substring(service.length()) : location;
            return place.startsWith("/") ? call.path().prefix() + place : place;
        }
    }
}
