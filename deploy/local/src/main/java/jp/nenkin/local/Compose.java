package jp.nenkin.local;

import java.util.List;
import java.util.function.Consumer;
import jp.nenkin.local.demo.DemoLoader;

/** The program behind {@code ./nenkin compose}: prepares what docker-compose.yml needs, or loads the demo fund. */
public final class Compose {
    private Compose() {}

    public static void main(String[] arguments) {
        try {
            run(ComposeFolder.in(ProjectFolder.root()), List.of(arguments));
        } catch (LocalFault e) {
            System.err.println("nenkin compose: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(ComposeFolder folder, List<String> arguments) {
        folder.prepare();
        if (arguments.isEmpty()) {
            next(folder).forEach(System.out::println);
        } else if (arguments.equals(List.of("--demo"))) {
            loadDemo(folder.system());
        } else {
            throw new LocalFault("Unknown option " + String.join(" ", arguments) + "; see ./nenkin help");
        }
    }

    private static List<String> next(ComposeFolder folder) {
        return List.of(
                "Prepared: certificates, passwords and settings of the containers, in "
                        + folder.data().root(),
                "",
                "  docker compose up -d       start; the first time images are fetched, and it takes minutes",
                "  ./nenkin compose --demo    once it is up: officers and the demo fund",
                "  docker compose ps          what runs and is healthy",
                "  docker compose down        stop; the data stays in volumes (down --volumes deletes it)",
                "",
                "  Portal: " + folder.system().url(Program.AUTH) + "   (your browser must trust "
                        + folder.data().certificates().caFile() + ")");
    }

    private static void loadDemo(RunningSystem system) {
        Consumer<String> screen = System.out::println;
        try (Progress progress = Progress.to(screen)) {
            system.ensureOfficers();
            DemoLoader.load(system, 1, progress);
        }
        Welcome.logins(system).forEach(screen);
    }
}
