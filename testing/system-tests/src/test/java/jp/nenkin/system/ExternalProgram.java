package jp.nenkin.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A program that is no Java, run against the system; it and what it starts end with it. */
final class ExternalProgram {
    private ExternalProgram() {}

    static Path project() {
        return Path.of(Objects.requireNonNull(System.getProperty("nenkin.root")));
    }

    /**
     * Runs it to its end.
     *
     * @return what it printed, errors too
     * @throws AssertionError with what it printed if it fails or does not end in time
     */
    static String run(Path folder, Duration limit, Map<String, String> environment, List<String> line) {
        try {
            Path output = Files.createTempFile("nenkin-program-", ".log");
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            String printed = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError("%s %s:\n%s".formatted(line, ended ? "failed" : "did not end", printed));
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
