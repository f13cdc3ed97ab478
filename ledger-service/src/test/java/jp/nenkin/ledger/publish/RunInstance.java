package jp.nenkin.ledger.publish;

import static jp.nenkin.ledger.journal.Rows.CLOCK;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import jp.nenkin.ledger.journal.KeyedQueue;
import jp.nenkin.ledger.journal.ServiceConnections;
import jp.nenkin.ledger.publish.KillPoint.Step;
import jp.nenkin.ledger.publish.KilledFund.Command;
import jp.nenkin.ledger.run.RunWorker;
import jp.nenkin.ledger.run.Workers;

/**
 * An instance as a process of its own, which can be killed: a worker of runs, and callers of the append queue beside
 * it, each with keys of its own.
 *
 * <p>It tells on its output what callers were answered, and when it has come to where it shall be killed. It ends when
 * its input does.
 */
public final class RunInstance {
    /** Callers of an instance. */
    static final int CALLERS = 4;

    static final String URL = "RUN_INSTANCE_URL";
    static final String PASSWORD = "RUN_INSTANCE_PASSWORD";
    static final String ANSWERED = "answered";
    static final String KILL = "kill";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration BETWEEN_COMMANDS = Duration.ofMillis(10);

    private final String name;
    private final KillPoint point;
    private final KeyedQueue queue;
    private final RunWorker worker;
    private final AtomicInteger times = new AtomicInteger();
    private final AtomicBoolean leaving = new AtomicBoolean();

    private RunInstance(String name, KillPoint point) {
        String url = System.getenv(URL);
        String password = System.getenv(PASSWORD);
        this.name = name;
        this.point = point;
        this.queue = KeyedQueue.on(new ServiceConnections(url, password), CLOCK);
        this.worker = Workers.ofChunks(
                KilledFund.CHUNK,
                new ServiceConnections(url, password, this::beginning),
                KilledFund.rules(() -> pass(Step.COMPUTE)),
                CLOCK);
    }

    /** Arguments: the instance's name, where it shall be killed, and how many commands of each caller are answered. */
    public static void main(String[] arguments) throws IOException {
        RunInstance instance = new RunInstance(arguments[0], KillPoint.parse(arguments[1]));
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
            for (int caller = 0; caller < CALLERS; caller++) {
                int number = caller;
                int answered = Integer.parseInt(arguments[2 + caller]);
                threads.execute(() -> instance.call(number, answered));
            }
            threads.execute(instance::work);
            // Nothing is said on the input; that it ends is what counts.
            while (System.in.read() >= 0) {}
            instance.leaving.set(true);
        }
    }

    private void work() {
        while (!leaving.get()) {
            if (worker.work().isEmpty()) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
    }

    /**
     * Goes on after the last command that was answered: the next one may have been committed already, so that it is
     * given again even by an instance that is to leave at once.
     */
    private void call(int caller, int answered) {
        Command command = new Command(caller, answered + 1);
        do {
            String answer = queue.add(name, command.key(), command.member(), command.amount());
            tell("%s %d %d %s".formatted(ANSWERED, caller, command.number(), answer));
            command = new Command(caller, command.number() + 1);
            LockSupport.parkNanos(BETWEEN_COMMANDS.toNanos());
        } while (!leaving.get());
    }

    private void beginning(String statement) {
        if (point.step().isMadeBy(statement)) {
            pass(point.step());
        }
    }

    private void pass(Step step) {
        if (step == point.step() && times.incrementAndGet() == point.count()) {
            tell(KILL);
            while (point.stands()) {
                LockSupport.park();
            }
        }
    }

    private static void tell(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
