package jp.nenkin.ledger.journal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Faults;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.KeyedRequest;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.Recalled;
import jp.nenkin.kit.TenantScope;
import jp.nenkin.ledger.money.MemberNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where single commands to members' accounts come in: those that arrive while others are written share one transaction
 * and its sync to disk, and one that comes alone is written at once.
 *
 * <p>An operation checks who calls and what was sent, and then, outside any transaction, hands over its decision:
 *
 * <pre>{@code
 * callers.officer();
 * KeyedRequest request = idempotency.request(key, "pay a lump sum to " + member, body);
 * return appends.once(request, member, append -> {
 *     AccountState state = ... append.newest(stream) ...;    // load
 *     List<AccountEvent> events = ... decide(state, ...);    // decide, or throw the refusal
 *     append.write(AccountRows.after(...));                  // save
 *     return Answer.created(...);
 * });
 * }</pre>
 *
 * <p>Decisions run one after the other in a thread that belongs to no caller, in a transaction of the system. A
 * decision therefore reads only what it brings along and the member's own streams from its append; it makes no
 * statement of its own and asks nobody who calls. What it throws is its caller's answer, its rows are dropped, and the
 * others of the batch go on.
 */
@ApplicationScoped
public class AppendQueue {
    private static final int MOST_AT_ONCE = 1_000;
    private static final int ROOM = 2 * MOST_AT_ONCE;
    // Two, so that one batch is decided while the other one is synced to disk.
    private static final int LANES = 2;

    private final Journal journal;
    private final Clock clock;
    private final Executor transactions;
    private final Recalling recalling;
    private final Duration patience;
    private final Faults faults = new Faults();
    private final List<Lane<QueuedCommand<?>>> lanes =
            Stream.generate(this::lane).limit(LANES).toList();

    @Inject
    AppendQueue(
            Journal journal,
            Clock clock,
            TenantScope scope,
            Idempotency idempotency,
            @ConfigProperty(name = "nenkin.append.patience", defaultValue = "10s") Duration patience) {
        this(
                journal,
                clock,
                work -> scope.asSystem(() -> QuarkusTransaction.requiringNew().run(work)),
                idempotency::recall,
                patience);
    }

    AppendQueue(Journal journal, Clock clock, Executor transactions, Recalling recalling, Duration patience) {
        this.journal = journal;
        this.clock = clock;
        this.transactions = transactions;
        this.recalling = recalling;
        this.patience = patience;
    }

    /**
     * A queue outside the service, for commands without keys.
     *
     * @param transactions does the work in a transaction of the system, in the calling thread, and commits it
     */
    public static AppendQueue on(Journal journal, Clock clock, Executor transactions, Duration patience) {
        return new AppendQueue(journal, clock, transactions, requests -> Recalled.NOTHING, patience);
    }

    /**
     * Has a command decided and its rows written, and waits for the commit.
     *
     * @return what the decision has returned
     * @throws Problem 503 when too many wait, or it was not decided in time: nothing has happened
     * @throws OutcomeUnknown when it was not committed in time, and may still be
     */
    public <T> T submit(MemberNumber member, Function<Append, T> decision) {
        return await(new QueuedCommand<>(member, null, (append, recalled) -> decision.apply(append)));
    }

    /**
     * As {@link #submit}, once per Idempotency-Key: the answer is kept in the same transaction, and a repetition gets
     * it without the decision being asked again.
     *
     * @throws Problem also 422 if the key came with something else, 409 if it is still in progress
     */
    public Response once(KeyedRequest request, MemberNumber member, Function<Append, Answer> decision) {
        return await(new QueuedCommand<>(
                member, request, (append, recalled) -> recalled.once(request, () -> decision.apply(append))));
    }

    static Problem busy() {
        return Problem.of(KitProblem.UNAVAILABLE).retryAfter(Duration.ofSeconds(1));
    }

    private <T> T await(QueuedCommand<T> command) {
        // By shard, so that no two lanes want the same one.
        int lane = Gate.shard(command.member().value()) % LANES;
        if (!lanes.get(lane).offer(command)) {
            throw busy();
        }
        return command.await(patience);
    }

    private Lane<QueuedCommand<?>> lane() {
        return new Lane<>(ROOM, MOST_AT_ONCE, this::write);
    }

    private void write(List<QueuedCommand<?>> commands) {
        AtomicBoolean decided = new AtomicBoolean();
        try {
            transactions.execute(() -> {
                decide(commands);
                decided.set(true);
            });
            commands.forEach(QueuedCommand::settle);
        } catch (RuntimeException fault) {
            // Once decided, what failed is the commit, which may have happened all the same: never a second time.
            if (commands.size() == 1 || decided.get() || faults.passes(fault)) {
                commands.forEach(command -> command.fail(fault));
            } else {
                commands.forEach(command -> write(List.of(command)));
            }
        } catch (Error error) {
            commands.forEach(command -> command.fail(new IllegalStateException(error)));
        }
    }

    private void decide(List<QueuedCommand<?>> commands) {
        List<KeyedRequest> requests = commands.stream()
                .map(QueuedCommand::request)
                .filter(Objects::nonNull)
                .toList();
        Recalled recalled = recalling.recall(requests);
        AppendBatch batch =
                journal.batch(commands.stream().map(QueuedCommand::member).collect(Collectors.toSet()), clock);
        for (QueuedCommand<?> command : commands) {
            if (command.take() && command.decide(batch.next(command.member()), recalled)) {
                batch.keep();
            }
        }
        batch.write();
        recalled.save();
    }

    /** Begins with the requests of a batch, in its transaction. */
    @FunctionalInterface
    interface Recalling {
        Recalled recall(List<KeyedRequest> requests);
    }
}
