package jp.nenkin.ledger.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Calls on their way to one writer, who takes all that wait at once.
 *
 * <p>There is no timer: whoever comes while nothing is written has the writer begin at once, and what comes meanwhile
 * is the next batch. The writer has a thread of its own, so that no caller's interruption, identity or patience
 * touches what others wait for.
 */
final class Lane<C> {
    // Threads of the platform: one that waits for the database's answers sleeps and wakes with them, where a virtual
    // one
    // is parked, polled for and scheduled again, several times in each append.
    private static final Executor WRITERS = Executors.newCachedThreadPool(Thread.ofPlatform()
            .name("append-queue")
            .daemon()
            .inheritInheritableThreadLocals(false)
            .factory());

    private final BlockingQueue<C> waiting;
    private final int mostAtOnce;
    private final Consumer<List<C>> writer;
    private final AtomicBoolean writing = new AtomicBoolean();

    /**
     * A lane where nothing waits.
     *
     * @param room how many calls may wait
     * @param writer settles every call it is given and throws nothing
     */
    Lane(int room, int mostAtOnce, Consumer<List<C>> writer) {
        this.waiting = new ArrayBlockingQueue<>(room);
        this.mostAtOnce = mostAtOnce;
        this.writer = writer;
    }

    /** Takes a call in; false when there is no room. */
    boolean offer(C call) {
        boolean taken = waiting.offer(call);
        beginUnlessWriting();
        return taken;
    }

    private void beginUnlessWriting() {
        if (writing.compareAndSet(false, true)) {
            WRITERS.execute(this::write);
        }
    }

    private void write() {
        try {
            List<C> batch = new ArrayList<>();
            while (waiting.drainTo(batch, mostAtOnce) > 0) {
                writer.accept(batch);
                batch = new ArrayList<>();
            }
        } finally {
            writing.set(false);
            // Who came between the last look and now has found somebody writing.
            if (!waiting.isEmpty()) {
                beginUnlessWriting();
            }
        }
    }
}
