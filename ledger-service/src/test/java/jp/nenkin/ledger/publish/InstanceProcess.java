package jp.nenkin.ledger.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import jp.nenkin.ledger.journal.ServiceConnections;
import jp.nenkin.ledger.publish.KilledFund.Command;

/** A {@link RunInstance} as a test holds it. */
final class InstanceProcess {
    private final Process process;
    private final Thread listener;
    private final BiConsumer<Command, String> answers;
    private final AtomicBoolean up = new AtomicBoolean();
    private final AtomicBoolean atKillPoint = new AtomicBoolean();

    private InstanceProcess(Process process, BiConsumer<Command, String> answers) {
        this.process = process;
        this.answers = answers;
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    /**
     * What an instance is told.
     *
     * @param answered how many commands of each caller have been answered by that name
     * @param log where its messages go
     */
    record Start(String name, KillPoint point, List<Integer> answered, Path log) {}

    /** Starts one; it gives each answer to whoever listens. */
    static InstanceProcess start(Start start, ServiceConnections database, BiConsumer<Command, String> answers)
            throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                classPath,
                RunInstance.class.getName(),
                start.name(),
                start.point().text()));
        start.answered().forEach(count -> line.add(Integer.toString(count)));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put(RunInstance.URL, database.jdbcUrl());
        builder.environment().put(RunInstance.PASSWORD, database.password());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(start.log().toFile()));
        return new InstanceProcess(builder.start(), answers);
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader(UTF_8)) {
            reader.lines().forEach(this::hear);
        } catch (UncheckedIOException | IOException ended) {
            // A process that was killed in the middle of a line.
            return;
        }
    }

    private void hear(String line) {
        up.set(true);
        String[] words = line.split(" ", 4);
        if (words[0].equals(RunInstance.KILL)) {
            atKillPoint.set(true);
        } else if (words[0].equals(RunInstance.ANSWERED) && words.length == 4 && words[3].endsWith("}")) {
            answers.accept(new Command(Integer.parseInt(words[1]), Integer.parseInt(words[2])), words[3]);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has said anything: its callers are answered, and it looks for runs. */
    boolean isUp() {
        return up.get();
    }

    boolean isAtKillPoint() {
        return atKillPoint.get();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        listener.join();
    }

    /** Has it end in order, with all its callers answered; false when it has failed, or does not. */
    boolean leave() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            kill();
            return false;
        }
        // Before anything is destroyed, which would close its output with the last answers unread.
        listener.join();
        return process.exitValue() == 0;
    }
}
