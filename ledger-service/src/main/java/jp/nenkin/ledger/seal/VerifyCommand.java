package jp.nenkin.ledger.seal;

import com.fasterxml.jackson.databind.MappingIterator;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.LedgerSealed;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The verification as a program of its own, which trusts no service: it reads the database and tells what it finds.
 *
 * <p>It ends with 0 when nothing is found, with 1 when something is, and with 2 when it could not do its work.
 */
public final class VerifyCommand {
    static final String URL = "NENKIN_VERIFY_URL";
    static final String USER = "NENKIN_VERIFY_USER";
    static final String PASSWORD = "NENKIN_VERIFY_PASSWORD";

    private static final String USAGE = """
            Options: --run ID              one run instead of the whole journal
                     --root NUMBER:HASH    a seal's hash as published, or its root as printed; repeatable
                     --seals FILE          published seals as JSON: LedgerSealed events, or the answer of GET /seals
            Environment: %s, %s, %s""".formatted(URL, USER, PASSWORD);

    private final PrintStream out;
    private final SortedMap<Long, Hash> published = new TreeMap<>();
    private @Nullable UUID run;

    private VerifyCommand(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), System.out, arguments));
    }

    /** Does what the options say and gives the exit code. */
    static int run(Map<String, String> environment, PrintStream out, String... arguments) {
        VerifyCommand command = new VerifyCommand(out);
        try {
            command.read(new ArrayDeque<>(Arrays.asList(arguments)));
            return command.verify(source(environment));
        } catch (IllegalArgumentException | IOException fault) {
            out.println(fault.getMessage());
            out.println(USAGE);
            return 2;
        } catch (RuntimeException fault) {
            out.println("The journal could not be verified: " + fault);
            return 2;
        }
    }

    private void read(Deque<String> words) throws IOException {
        while (!words.isEmpty()) {
            String option = words.poll();
            String value = words.poll();
            if (value == null) {
                throw new IllegalArgumentException("nothing follows " + option);
            }
            switch (option) {
                case "--run" -> run = UUID.fromString(value);
                case "--root" -> readRoot(value);
                case "--seals" -> readSeals(Path.of(value));
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
    }

    private void readRoot(String text) {
        String[] parts = text.split(":", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("no NUMBER:HASH: " + text);
        }
        published.put(Long.valueOf(parts[0]), new Hash(parts[1]));
    }

    private void readSeals(Path file) throws IOException {
        try (MappingIterator<LedgerSealed> seals =
                EventJson.mapper().readerFor(LedgerSealed.class).readValues(file.toFile())) {
            while (seals.hasNextValue()) {
                LedgerSealed seal = seals.nextValue();
                published.put(seal.number(), new Hash(seal.hash()));
            }
        }
    }

    private static PGSimpleDataSource source(Map<String, String> environment) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(needed(environment, URL));
        source.setUser(needed(environment, USER));
        source.setPassword(needed(environment, PASSWORD));
        return source;
    }

    private static String needed(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    private boolean isTerminal() {
        return out.equals(System.out)
                && Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent();
    }

    private int verify(PGSimpleDataSource source) {
        Verifier verifier = new Verifier(source);
        Verifier.Progress progress = new StepsLine(out, isTerminal());
        UUID wanted = run;
        Verifier.Report report =
                wanted == null ? verifier.verify(published, progress) : verifier.verify(wanted, published, progress);
        report.findings().forEach(finding -> out.println(finding.text()));
        out.printf(
                "%d events recomputed, %d published seals compared, %d findings%n",
                report.events(), published.size(), report.count());
        return report.count() == 0 ? 0 : 1;
    }
}
