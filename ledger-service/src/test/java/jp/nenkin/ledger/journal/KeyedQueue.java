package jp.nenkin.ledger.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.KeyedAnswers;
import jp.nenkin.kit.KeyedRequest;
import jp.nenkin.ledger.money.MemberNumber;

/** The append queue with Idempotency-Keys, outside the service; an amount is what its requests ask for. */
public final class KeyedQueue {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final AppendQueue queue;

    private KeyedQueue(AppendQueue queue) {
        this.queue = queue;
    }

    public static KeyedQueue on(ServiceConnections database, Clock clock) {
        return new KeyedQueue(new AppendQueue(
                Journal.on(database),
                clock,
                work -> database.asSystem(() -> {
                    work.run();
                    return work;
                }),
                KeyedAnswers.in(database, clock)::apply,
                PATIENCE));
    }

    /**
     * Adds an amount to a member's account, once for each caller and key.
     *
     * @return the answer's text, the same for every repetition: {@code {"version":…}}
     */
    public String add(String caller, String key, MemberNumber member, long amount) {
        KeyedRequest request = new KeyedRequest(new KeyedRequest.Name(caller, key), "add", hash(member, amount));
        return String.valueOf(queue.once(request, member, append -> add(append, member, amount))
                .getEntity());
    }

    private static Answer add(Append append, MemberNumber member, long amount) {
        NewestRow newest = append.newest(Rows.account(member.value())).orElseThrow();
        NewRow row = Rows.after(newest, amount);
        append.write(List.of(row));
        return Answer.ok(Map.of("version", row.version()));
    }

    private static byte[] hash(MemberNumber member, long amount) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((member + " " + amount).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
