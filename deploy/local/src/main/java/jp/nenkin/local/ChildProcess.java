package jp.nenkin.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process of ours that never outlives us, however we end; its output goes to a log file. */
final class ChildProcess {
    private static final Duration KILLED_SOON = Duration.ofSeconds(10);
    // What a shell says of signal 9.
    private static final int KILLED = 128 + 9;
    private static final String LEASH = leash();

    private final Command command;
    private final Process process;

    private ChildProcess(Command command, Process process) {
        this.command = command;
        this.process = process;
    }

    /**
     * What to run and how to end it.
     *
     * @param name what people call it
     * @param line the program and its arguments
     * @param environment set on top of ours
     * @param log where its output goes; what a former run wrote is kept beside it as .previous
     * @param stopSignal what it takes as a request to end in order
     * @param grace how long it may take for that before it is killed
     */
    record Command(
            String name,
            List<String> line,
            Map<String, String> environment,
            Path log,
            String stopSignal,
            Duration grace) {
        Command {
            line = List.copyOf(line);
            environment = Map.copyOf(environment);
        }

        static Command of(String name, Path log, List<String> line) {
            return new Command(name, line, Map.of(), log, "TERM", Duration.ofSeconds(20));
        }

        Command with(Map<String, String> variables) {
            return new Command(name, line, variables, log, stopSignal, grace);
        }

        Command stoppedBy(String signal) {
            return new Command(name, line, environment, log, signal, grace);
        }

        Command endingWithin(Duration other) {
            return new Command(name, line, environment, log, stopSignal, other);
        }
    }

    static ChildProcess start(Command command) {
        List<String> line = new ArrayList<>(OwnSession.prefix());
        line.addAll(List.of("sh", "-c", LEASH, "leash", command.stopSignal()));
        line.add(Long.toString(command.grace().toSeconds()));
        line.addAll(command.line());
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(command.environment());
        // A Java option meant for us would be taken by every server too.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.redirectErrorStream(true);
        try {
            keepPrevious(command.log());
            builder.redirectOutput(command.log().toFile());
            Process process = builder.start();
            Leftovers.note(command.log(), process.toHandle());
            return new ChildProcess(command, process);
        } catch (IOException e) {
            throw new LocalFault("Cannot start " + command.name() + ": " + e.getMessage(), e);
        }
    }

    String name() {
        return command.name();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    CompletableFuture<ChildProcess> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    /** Whether it has ended because it was not left the time to. */
    boolean wasKilled() {
        return !isAlive() && process.exitValue() == KILLED;
    }

    /** The exit status of a process that ends by itself. */
    int await(Duration limit) throws InterruptedException {
        boolean ended = false;
        try {
            ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (!ended) {
                kill();
            }
        }
        if (!ended) {
            throw new LocalFault(
                    "%s did not end within %d s; its log is %s".formatted(name(), limit.toSeconds(), command.log()));
        }
        return process.exitValue();
    }

    /** Ends it in order: the leash signals it when its line to us closes, and kills it when its grace is over. */
    void stop() {
        boolean running = process.isAlive();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            kill();
        }
        awaitEnd(process, command.grace().plus(KILLED_SOON));
        if (running) {
            // The leash looks ten times a second, and would be there a moment longer than what it held. Not for one
            // that ended before: its number may be another's by now.
            killGroup();
        }
    }

    /** Ends it as a power cut would, with all it has started. */
    void kill() {
        killGroup();
        awaitEnd(process, KILLED_SOON);
    }

    /** That it has ended by itself, with the end of its log. */
    LocalFault death() {
        String status = isAlive() ? "" : " (exit status " + process.exitValue() + ")";
        return new LocalFault("%s stopped by itself%s. The end of its log %s:%n%s"
                .formatted(name(), status, command.log(), String.join(System.lineSeparator(), lastLines(15))));
    }

    List<String> lastLines(int count) {
        try {
            List<String> lines = new String(Files.readAllBytes(command.log()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size()).stream()
                    .map(line -> "    " + line)
                    .toList();
        } catch (IOException e) {
            return List.of("    (no log: " + e.getMessage() + ")");
        }
    }

    private void killGroup() {
        try {
            Process signal = new ProcessBuilder("kill", "-s", "KILL", "--", "-" + pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            awaitEnd(signal, KILLED_SOON);
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    /** Holds through an interruption: whoever is interrupted still leaves no process behind. */
    private static void awaitEnd(Process process, Duration limit) {
        boolean interrupted = Thread.interrupted();
        long end = System.nanoTime() + limit.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        process.destroyForcibly();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void keepPrevious(Path log) throws IOException {
        if (Files.exists(log)) {
            Path previous = log.resolveSibling(log.getFileName() + ".previous");
            Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String leash() {
        try (InputStream script = ChildProcess.class.getResourceAsStream("leash.sh")) {
            if (script == null) {
                throw new IllegalStateException("leash.sh is not in the jar");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
