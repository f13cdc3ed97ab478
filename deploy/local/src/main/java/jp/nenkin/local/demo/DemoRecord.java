package jp.nenkin.local.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import jp.nenkin.local.LocalFault;

/** What of the demo fund is loaded, and under which numbers, kept in the data folder so that loading can go on. */
public final class DemoRecord {
    private static final String DONE = "done.";
    private static final String NUMBER = "number.";

    private final Path file;
    private final TreeMap<String, String> lines = new TreeMap<>();

    private DemoRecord(Path file) {
        this.file = file;
    }

    /**
     * The record in a data folder; empty when nothing was loaded.
     *
     * @throws LocalFault when another fund was begun there
     */
    public static DemoRecord in(Path data, long seed) {
        DemoRecord record = new DemoRecord(data.resolve("demo-fund.properties"));
        record.read();
        String known = record.lines.putIfAbsent("seed", Long.toString(seed));
        if (known != null && !known.equals(Long.toString(seed))) {
            throw new LocalFault(
                    "This data folder holds the demo fund of seed %s: another needs --fresh.".formatted(known));
        }
        return record;
    }

    /** The number of a member of the fund. */
    public synchronized String number(DemoMember member) {
        String number = lines.get(NUMBER + member.key());
        if (number == null) {
            throw new IllegalStateException(member + " has no number yet");
        }
        return number;
    }

    synchronized void number(DemoMember member, String number) {
        lines.put(NUMBER + member.key(), number);
    }

    synchronized boolean isDone(String step) {
        return lines.containsKey(DONE + step);
    }

    /** Writes the step down with all numbers given until now. */
    synchronized void done(String step) {
        lines.put(DONE + step, "");
        Properties properties = new Properties();
        properties.putAll(lines);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
                properties.store(writer, null);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        if (!Files.exists(file)) {
            return;
        }
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            kept.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Map.Entry<Object, Object> line : kept.entrySet()) {
            lines.put(line.getKey().toString(), line.getValue().toString());
        }
    }
}
