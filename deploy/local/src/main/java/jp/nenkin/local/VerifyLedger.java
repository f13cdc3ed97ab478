package jp.nenkin.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The program behind {@code ./nenkin verify}: starts ledger-service's own verification on the database that is up. */
public final class VerifyLedger {
    private static final String COMMAND = "jp.nenkin.ledger.seal.VerifyCommand";
    // The service's libraries hold this log manager and complain on stderr of any other.
    private static final String LOGGING = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";
    private static final String DATA = "--data";

    private VerifyLedger() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            System.exit(run(new ArrayList<>(Arrays.asList(arguments))));
        } catch (LocalFault fault) {
            System.err.println("nenkin verify: " + fault.getMessage());
            System.exit(2);
        }
    }

    private static int run(List<String> options) throws IOException, InterruptedException {
        RunningSystem system = RunningSystem.in(takeData(options));
        DataFolder folder = system.folder();
        ProcessBuilder process = new ProcessBuilder(line(options)).inheritIO();
        process.environment()
                .put(
                        "NENKIN_VERIFY_URL",
                        PostgresServer.jdbcUrl(
                                "localhost:" + system.ports().postgres(),
                                Program.LEDGER.database(),
                                folder.certificates().caFile()));
        process.environment().put("NENKIN_VERIFY_USER", Program.LEDGER.database() + "_app");
        process.environment().put("NENKIN_VERIFY_PASSWORD", folder.secrets().of(Program.LEDGER.appSecret()));
        return process.start().waitFor();
    }

    private static Path takeData(List<String> options) {
        int place = options.indexOf(DATA);
        if (place < 0) {
            return ProjectFolder.root().resolve(".nenkin").resolve("data");
        }
        if (place + 1 == options.size()) {
            throw new LocalFault("nothing follows " + DATA);
        }
        options.remove(place);
        return Path.of(options.remove(place));
    }

    /** The whole command line: program, settings and the options. */
    static List<String> line(List<String> options) {
        Path built = ProjectFolder.root()
                .resolve(Program.LEDGER.label())
                .resolve("target")
                .resolve("quarkus-app");
        String classpath = String.join(
                File.pathSeparator,
                built.resolve("app").resolve("*").toString(),
                built.resolve("lib").resolve("main").resolve("*").toString(),
                built.resolve("lib").resolve("boot").resolve("*").toString());
        List<String> line = new ArrayList<>(List.of(DataFolder.java(), "-Xmx256m", LOGGING, "-cp", classpath, COMMAND));
        line.addAll(options);
        return line;
    }
}
