package jp.nenkin.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The program behind {@code ./nenkin up}: runs the local system until Ctrl-C or until a part of it fails. */
public final class Up {
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

    private Up() {}

    public static void main(String[] arguments) {
        Thread here = Thread.currentThread();
        AtomicBoolean over = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(here, over), "stop"));
        int status = run(arguments);
        // The hook waits for this thread, and exit() waits for the hook: whoever comes first must free the other.
        if (!over.getAndSet(true)) {
            System.exit(status);
        }
    }

    private static void stop(Thread runner, AtomicBoolean over) {
        if (over.getAndSet(true)) {
            return;
        }
        runner.interrupt();
        try {
            runner.join(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int run(String... arguments) {
        Consumer<String> screen = System.out::println;
        try (Progress progress = Progress.to(screen)) {
            Path project = ProjectFolder.root();
            LocalOptions options = LocalOptions.parse(project, arguments);
            try (LocalSystem system = LocalSystem.start(options, progress)) {
                Welcome.lines(system.running()).forEach(screen);
                throw system.awaitFailure();
            }
        } catch (InterruptedException e) {
            System.out.println("Stopped.");
            return 0;
        } catch (LocalFault e) {
            if (Thread.currentThread().isInterrupted()) {
                System.out.println("Stopped while starting.");
                return 1;
            }
            System.err.println("nenkin up: " + e.getMessage());
            return 1;
        }
    }
}
