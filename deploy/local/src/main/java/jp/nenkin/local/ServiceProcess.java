package jp.nenkin.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One service as a process of its own, which can be killed and started again. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Program program;
    private final int port;
    private final ChildProcess.Command command;
    private final HttpClient client;
    private final Consumer<ChildProcess> watcher;
    private @Nullable ChildProcess process;

    /**
     * Where a service's program is and what it is told.
     *
     * @param jar its quarkus-run.jar
     * @param javaOptions besides the usual
     * @param environment the NENKIN_* variables
     */
    record Launch(
            Program program, Path jar, List<String> javaOptions, int port, Map<String, String> environment, Path log) {
        Launch {
            javaOptions = List.copyOf(javaOptions);
            environment = Map.copyOf(environment);
        }

        /** The same program on another port, which says that it is another. */
        Launch another(int port, Path log) {
            Map<String, String> variables = new HashMap<>(environment);
            variables.put("NENKIN_HTTP_PORT", Integer.toString(port));
            variables.put("NENKIN_INSTANCE", "2");
            return new Launch(program, jar, javaOptions, port, variables, log);
        }

        ChildProcess.Command command() {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            List<String> line = List.of(java, "-Xmx300m", "-XX:+UseSerialGC", "-jar", jar.toString());
            return ChildProcess.Command.of(program.label(), log, line).with(environment);
        }
    }

    ServiceProcess(Launch launch, HttpClient client, Consumer<ChildProcess> watcher) {
        this.program = launch.program();
        this.port = launch.port();
        this.command = launch.command();
        this.client = client;
        this.watcher = watcher;
    }

    public Program program() {
        return program;
    }

    public URI url() {
        return URI.create("https://localhost:" + port);
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Starts it and waits until it says that it is ready. */
    public synchronized void start() {
        if (isRunning()) {
            throw new IllegalStateException(program.label() + " is running already");
        }
        ChildProcess started = ChildProcess.start(command);
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
