package jp.nenkin.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.KeyedRequest;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.JuneOf2026;
import jp.nenkin.ledger.money.MemberNumber;
import org.junit.jupiter.api.Test;

/** Commands under Idempotency-Keys in the service's own queue; they write no rows, so that no other test sees them. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(JuneOf2026.class)
class KeyedAppendTest {
    private static final MemberNumber MEMBER = new MemberNumber(4_900);
    private static final int CALLERS = 64;

    @Inject
    AppendQueue queue;

    private final AtomicInteger decided = new AtomicInteger();

    @Test
    void a_repetition_gets_the_first_answer() {
        KeyedRequest request = request("key", 1);

        Response first = queue.once(request, MEMBER, this::deciding);
        Response again = queue.once(request, MEMBER, this::deciding);

        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(first.getHeaderString("Location")).isEqualTo("/decisions/1");
        assertThat(again.getEntity()).isEqualTo(first.getEntity()).isEqualTo("{\"decision\":1}");
        assertThat(decided).hasValue(1);
    }

    @Test
    void many_at_once_have_one_effect_for_each_key_and_its_answer() throws Exception {
        List<KeyedRequest> requests = List.of(request("a", 1), request("b", 1), request("c", 1), request("d", 1));
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                KeyedRequest request = requests.get(caller % requests.size());
                answers.add(callers.submit(() -> request.name().key() + " "
                        + queue.once(request, MEMBER, this::deciding).getEntity()));
            }
        }

        Set<String> distinct = answers.stream().map(Future::resultNow).collect(Collectors.toSet());
        assertThat(decided).hasValue(requests.size());
        assertThat(distinct).hasSize(requests.size());
        assertThat(records(requests.getFirst().name())).isEqualTo(1);
    }

    @Test
    void a_key_that_came_with_something_else_is_refused() {
        KeyedRequest request = request("key", 1);
        queue.once(request, MEMBER, this::deciding).close();

        assertThatThrownBy(() -> queue.once(other(request, 2), MEMBER, this::deciding))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(KitProblem.IDEMPOTENCY_KEY_REUSED));
        assertThat(decided).hasValue(1);
    }

    @Test
    void a_refusal_leaves_no_record_and_the_key_may_try_again() {
        KeyedRequest request = request("key", 1);
        assertThatThrownBy(() -> queue.once(request, MEMBER, append -> {
                    throw Problem.of(KitProblem.NOT_FOUND);
                }))
                .isInstanceOf(Problem.class);
        assertThat(records(request.name())).isZero();

        assertThat(queue.once(request, MEMBER, this::deciding).getStatus()).isEqualTo(201);
    }

    @Test
    void a_key_that_another_transaction_has_is_not_waited_for() throws Exception {
        KeyedRequest request = request("key", 1);
        try (Connection other = LocalParts.database();
                PreparedStatement lock = other.prepareStatement(
                        "select pg_advisory_lock(hashtextextended(?, hashtextextended(?, 0)))")) {
            lock.setString(1, request.name().key());
            lock.setString(2, request.name().caller());
            lock.execute();

            assertThatThrownBy(() -> queue.once(request, MEMBER, this::deciding))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.code()).isEqualTo(KitProblem.IDEMPOTENCY_KEY_IN_PROGRESS));
        }
        assertThat(decided).hasValue(0);
    }

    @Test
    void a_decision_works_for_the_system_whoever_calls() {
        assertThat(queue.<Boolean>submit(MEMBER, append -> append.newest().isEmpty()))
                .isTrue();
    }

    private Answer deciding(Append append) {
        int number = decided.incrementAndGet();
        return Answer.created("/decisions/" + number, Map.of("decision", number));
    }

    private static KeyedRequest request(String key, int body) {
        return other(
                new KeyedRequest(new KeyedRequest.Name(UUID.randomUUID().toString(), key), "decide", hash(0)), body);
    }

    private static KeyedRequest other(KeyedRequest request, int body) {
        return new KeyedRequest(request.name(), request.operation(), hash(body));
    }

    private static byte[] hash(int body) {
        byte[] hash = new byte[32];
        hash[0] = (byte) body;
        return hash;
    }

    private static int records(KeyedRequest.Name name) {
        try (Connection connection = LocalParts.database();
                PreparedStatement select = connection.prepareStatement(
                        "select count(*) from idempotency_record where caller = ? and key = ?")) {
            select.setString(1, name.caller());
            select.setString(2, name.key());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
