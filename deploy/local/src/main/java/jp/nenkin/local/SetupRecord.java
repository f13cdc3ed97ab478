package jp.nenkin.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of a data folder has been set up, written down in it, so that a half-written folder is known as such. */
final class SetupRecord {
    private static final String BEGUN = "begun";
    private static final String DONE = "done";

    private final TreeMap<String, String> lines = new TreeMap<>();
    private final Path file;

    private SetupRecord(Path file) {
        this.file = file;
    }

    /** What is set up once in a data folder's life. */
    enum Step {
        POSTGRESQL,
        KAFKA,
        KEYCLOAK,
        DEMO;

        private String key() {
            return "step." + name();
        }
    }

    static SetupRecord in(Path folder) {
        SetupRecord setup = new SetupRecord(folder.resolve("setup.properties"));
        if (Files.exists(setup.file)) {
            setup.read();
        } else {
            // From the first moment the folder can be told from somebody's.
            setup.put("layout", "1");
        }
        return setup;
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve("setup.properties"));
    }

    synchronized boolean isDone(Step step) {
        return DONE.equals(lines.get(step.key()));
    }

    synchronized void begin(Step step) {
        if (!isDone(step)) {
            put(step.key(), BEGUN);
        }
    }

    synchronized void done(Step step) {
        put(step.key(), DONE);
    }

    /** Refuses a folder whose setup was cut off, or whose data is not what was written down. */
    synchronized void refuseHalfWritten(DataFolder folder) {
        for (Step step : Step.values()) {
            // The demo fund knows how far it is loaded and goes on from there.
            if (step != Step.DEMO && BEGUN.equals(lines.get(step.key()))) {
                throw halfWritten("the setup of " + step + " was cut off");
            }
        }
        refuse(Step.POSTGRESQL, Files.exists(folder.of("postgres")), PostgresServer.isInitialised(folder));
        refuse(Step.KAFKA, Files.exists(folder.of("kafka")), KafkaServer.isInitialised(folder));
    }

    /**
     * The clock's shift: how far services are ahead of the real time; kept from the first start on, so that a restart
     * goes on from there.
     */
    synchronized @Nullable ClockStart clock(@Nullable Instant wanted, Instant now) {
        String kept = lines.get("clock.start");
        if (kept == null && wanted != null && isDone(Step.POSTGRESQL)) {
            throw new LocalFault("This data folder runs on the real time: --clock needs --fresh.");
        }
        if (kept == null) {
            return wanted == null ? null : keep(new ClockStart(wanted, now));
        }
        if (wanted != null && !Instant.parse(kept).equals(wanted)) {
            throw new LocalFault("This data folder's clock was started at " + kept + ": another needs --fresh.");
        }
        return new ClockStart(Instant.parse(kept), Instant.parse(lines.getOrDefault("clock.anchor", kept)));
    }

    /**
     * The instant services began at and the real instant at which that was set.
     *
     * @param anchor the real time when the start was set
     */
    record ClockStart(Instant start, Instant anchor) {
        Instant at(Instant now) {
            return start.plus(Duration.between(anchor, now));
        }
    }

    private ClockStart keep(ClockStart clock) {
        put("clock.start", clock.start().toString());
        put("clock.anchor", clock.anchor().toString());
        return clock;
    }

    private void refuse(Step step, boolean present, boolean whole) {
        if (present != isDone(step) || present != whole) {
            throw halfWritten("what lies there of " + step + " is not a whole setup");
        }
    }

    private LocalFault halfWritten(String why) {
        return new LocalFault(
                "The data folder %s is half-written (%s): start over with --fresh.".formatted(file.getParent(), why));
    }

    private void put(String key, String value) {
        lines.put(key, value);
        PrivateFiles.write(
                file,
                lines.entrySet().stream()
                        .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private void read() {
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            kept.load(reader);
        } catch (IOException e) {
            throw new LocalFault("Cannot read " + file + ": " + e.getMessage(), e);
        }
        kept.stringPropertyNames().forEach(name -> lines.put(name, kept.getProperty(name)));
    }
}
