package jp.nenkin.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One service as a process of its own, which can be killed and started again. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    // Making a cache costs as much as two starts, and four services may do it at once.
    private static final Duration TIME_TO_MAKE_CACHE = Duration.ofMinutes(1);

    private final Launch launch;
    private final HttpClient client;
    private final Consumer<ChildProcess> watcher;
    private @Nullable ChildProcess process;

    /**
     * Where a service's program is and what it is told.
     *
     * @param jar its quarkus-run.jar
     * @param java how it is started; by a {@link StartCache}, which the first run makes, where it says so
     * @param environment the NENKIN_* variables
     */
    record Launch(Program program, Path jar, ServiceJava java, int port, Map<String, String> environment, Path log) {
        Launch {
            environment = Map.copyOf(environment);
        }

        Launch withoutCache() {
            return new Launch(program, jar, java.withStartCaches(false), port, environment, log);
        }

        /** The same program on another port, which says that it is another. */
        Launch another(int port, Path log) {
            Map<String, String> variables = new HashMap<>(environment);
            variables.put("NENKIN_HTTP_PORT", Integer.toString(port));
            variables.put("NENKIN_INSTANCE", "2");
            return new Launch(program, jar, java.withStartCaches(false), port, variables, log);
        }

        ChildProcess.Command command() {
            List<String> line = new ArrayList<>(List.of(DataFolder.java(), "-Xmx300m", "-XX:+UseSerialGC"));
            line.add("-XX:+ExitOnOutOfMemoryError");
            line.addAll(java.options());
            Optional<StartCache> cache = cache();
            cache.ifPresent(each -> line.addAll(each.options()));
            line.addAll(List.of("-jar", jar.toString()));
            ChildProcess.Command command =
                    ChildProcess.Command.of(program.label(), log, line).with(environment);
            return cache.isPresent() && !cache.get().isPresent() ? command.endingWithin(TIME_TO_MAKE_CACHE) : command;
        }

        Optional<StartCache> cache() {
            return java.startCaches() ? Optional.of(StartCache.of(jar)) : Optional.empty();
        }
    }

    ServiceProcess(Launch launch, HttpClient client, Consumer<ChildProcess> watcher) {
        this.launch = launch;
        this.client = client;
        this.watcher = watcher;
    }

    public Program program() {
        return launch.program();
    }

    /** The same service, started as if there had been no run before. */
    public ServiceProcess withoutCache() {
        return new ServiceProcess(launch.withoutCache(), client, watcher);
    }

    public URI url() {
        return URI.create("https://localhost:" + launch.port());
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Starts it and waits until it says that it is ready. */
    public synchronized void start() {
        if (isRunning()) {
            throw new IllegalStateException(program().label() + " is running already");
        }
        launch.cache().ifPresent(StartCache::discardUnfinished);
        ChildProcess started = ChildProcess.start(launch.command());
        try {
            Await.until(started, LIMIT, this::isReady);
        } catch (RuntimeException e) {
            started.stop();
            throw e;
        }
        process = started;
        watcher.accept(started);
    }

    /** Ends it as a power cut would. */
    public synchronized void kill() {
        ChildProcess running = process;
        process = null;
        if (running != null) {
            running.kill();
        }
    }

    /** Ends it in order. */
    @Override
    public synchronized void close() {
        ChildProcess running = process;
        process = null;
        if (running != null) {
            running.stop();
            if (!running.wasKilled()) {
                launch.cache().ifPresent(StartCache::keep);
            }
        }
    }

    /** Whether this is the process that should be running now. */
    synchronized boolean counts(ChildProcess child) {
        return child.equals(process);
    }

    private boolean isReady() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url().resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }
}
