package jp.nenkin.auth.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The portal's built files; what looks like a page of it is index.html, which finds its way by itself. */
@ApplicationScoped
class PortalFiles {
    /** First segments of paths that are operations; an operation of a new name joins them (a test sees to it). */
    static final Set<String> OPERATIONS = Set.of(
            "api",
            "audit-entries",
            "birth-date-inquiries",
            "consent",
            "consultants",
            "contacts",
            "email-confirmations",
            "establishments",
            "login-id-recoveries",
            "members",
            "officers",
            "parked-events",
            "password-recoveries",
            "q",
            "recovery-codes",
            "recovery-requests",
            "registrations",
            "session",
            "sessions",
            "sign-in");

    private static final int BEFORE_OPERATIONS = 5_000;
    private static final String HASHED = "/assets/";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASKED_EACH_TIME = "no-cache";
    private static final String NOT_BUILT = """
            <!doctype html><html lang="ja"><meta charset="utf-8"><title>404</title>
            <p>ポータルのファイルがありません。</p><p lang="en">The portal's files are not here.</p></html>
            """;

    private final Path folder;
    private final StaticHandler files;

    PortalFiles(@ConfigProperty(name = "nenkin.portal.files") Path folder) {
        this.folder = folder.toAbsolutePath();
        // Its own caching would remember for ever that a file is not there yet.
        this.files = StaticHandler.create(FileSystemAccess.ROOT, this.folder.toString())
                .setCachingEnabled(false)
                .setDefaultContentEncoding("UTF-8");
    }

    void register(@Observes Router router) {
        reading(router.route()).order(BEFORE_OPERATIONS).handler(this::file);
        reading(router.route()).order(BEFORE_OPERATIONS + 1).handler(this::page);
    }

    private static Route reading(Route route) {
        return route.method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private void file(RoutingContext request) {
        String path = request.normalizedPath();
        if (isOperation(path)) {
            request.next();
            return;
        }
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, path.startsWith(HASHED) ? FOR_EVER : ASKED_EACH_TIME);
        files.handle(request);
    }

    /** What the folder does not hold. */
    private void page(RoutingContext request) {
        String path = request.normalizedPath();
        if (isOperation(path)) {
            request.next();
            return;
        }
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, ASKED_EACH_TIME);
        Path index = folder.resolve("index.html");
        request.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
        boolean built = Files.isReadable(index);
        if (built && path.indexOf('.') < 0) {
            request.response().sendFile(index.toString()).onFailure(request::fail);
        } else {
            request.response().setStatusCode(404).end(built ? "" : NOT_BUILT);
        }
    }

    private static boolean isOperation(String path) {
        int end = path.indexOf('/', 1);
        return OPERATIONS.contains(end < 0 ? path.substring(1) : path.substring(1, end));
    }
}
