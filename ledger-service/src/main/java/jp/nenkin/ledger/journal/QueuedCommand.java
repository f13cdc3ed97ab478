package jp.nenkin.ledger.journal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import jp.nenkin.kit.KeyedRequest;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.Recalled;
import jp.nenkin.ledger.money.MemberNumber;
import org.jspecify.annotations.Nullable;

/** A command to one member's accounts, from its being queued to its caller's having the answer. */
final class QueuedCommand<T> {
    private final MemberNumber member;
    private final @Nullable KeyedRequest request;
    private final BiFunction<Append, Recalled, T> decision;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    // Written and read by the writer's thread alone: what the answer will be once the batch is committed.
    private Runnable settlement = () -> {};

    /**
     * A command that waits.
     *
     * @param request the request it answers, if it came under a key
     */
    QueuedCommand(MemberNumber member, @Nullable KeyedRequest request, BiFunction<Append, Recalled, T> decision) {
        this.member = member;
        this.request = request;
        this.decision = decision;
    }

    private enum State {
        WAITING,
        TAKEN,
        GIVEN_UP
    }

    MemberNumber member() {
        return member;
    }

    @Nullable
    KeyedRequest request() {
        return request;
    }

    /** For the writer: whether it is to be decided; not when its caller has given up. */
    boolean take() {
        return state.compareAndSet(State.WAITING, State.TAKEN) || state.get() == State.TAKEN;
    }

    /** Decides; false when the decision has thrown, which is then the answer. */
    boolean decide(Append append, Recalled recalled) {
        try {
            T decided = decision.apply(append, recalled);
            settlement = () -> answer.complete(decided);
            return true;
        } catch (RuntimeException refusal) {
            settlement = () -> answer.completeExceptionally(refusal);
        } catch (Error error) {
            // One command's endless recursion must not end the thread that others wait for.
            settlement = () -> fail(new IllegalStateException(error));
        }
        return false;
    }

    /** Gives the caller what was decided, which is now committed. */
    void settle() {
        settlement.run();
    }

    /** Gives the caller a fault. */
    void fail(RuntimeException fault) {
        answer.completeExceptionally(fault);
    }

    /**
     * Waits for the answer, and throws what the decision has thrown. An interruption is kept for later: the command is
     * under way, and its caller shall know the outcome.
     *
     * @param patience how long it may wait to be decided, and then to be committed
     * @throws Problem 503 when it was not decided in time: nothing has happened and nothing will
     * @throws OutcomeUnknown when it was not committed in time, and may still be
     */
    T await(Duration patience) {
        if (!isAnsweredWithin(patience) && state.compareAndSet(State.WAITING, State.GIVEN_UP)) {
            throw AppendQueue.busy();
        }
        if (!isAnsweredWithin(patience)) {
            throw new OutcomeUnknown(member);
        }
        if (answer.isCompletedExceptionally()) {
            throw (RuntimeException) answer.exceptionNow();
        }
        return answer.resultNow();
    }

    private boolean isAnsweredWithin(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                    return true;
                } catch (InterruptedException stop) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException refused) {
            return true;
        } catch (TimeoutException late) {
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
