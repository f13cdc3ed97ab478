package jp.nenkin.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command once per Idempotency-Key of a caller and answers every repetition with the first answer.
 *
 * <p>It opens the command's transaction itself and makes the response after the commit, so an answer of success exists
 * only together with the command's effects and its record. A refusal leaves no record: the same key may try again.
 */
@ApplicationScoped
public class Idempotency {
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    private final IdempotencyTable table;
    private final Callers callers;
    private final ObjectMapper json;
    private final ObjectWriter canonical;

    Idempotency(IdempotencyTable table, Callers callers, ObjectMapper json) {
        this.table = table;
        this.callers = callers;
        this.json = json;
        this.canonical = canonical(json);
    }

    /**
     * Runs the command in a transaction of its own together with its record.
     *
     * @param key the Idempotency-Key header, as it came
     * @param operation a written name of what is done and on what: part of what a repetition must equal
     * @param request the body as read; what a repetition must equal
     * @throws Problem 400 without a fit key, 422 if the key came with something else, 409 if it is still in progress
     */
    public Response once(@Nullable String key, String operation, Object request, Supplier<Answer> command) {
        KeyedRequest keyed = request(key, operation, request);
        // In a transaction begun outside, the commit could still fail after success was answered.
        return respond(QuarkusTransaction.disallowingExisting().call(() -> {
            table.lock(keyed.name());
            Batch alone = new Batch(Set.of(keyed.name()), table.find(List.of(keyed.name())));
            IdempotencyTable.Stored answer = alone.answer(keyed, command);
            alone.save();
            return answer;
        }));
    }

    /**
     * The current caller's request under its key, to be run later by {@link #recall}.
     *
     * @throws Problem 400 without a fit key
     */
    public KeyedRequest request(@Nullable String key, String operation, Object request) {
        String fit = fit(key);
        return new KeyedRequest(
                new KeyedRequest.Name(callers.current().id(), fit), operation, hash(operation, request));
    }

    /**
     * Begins with requests of several callers, whose commands share the current transaction. None is waited for: one
     * that another transaction has in progress is refused when its turn comes.
     */
    public Recalled recall(Collection<KeyedRequest> requests) {
        if (requests.isEmpty()) {
            return Recalled.NOTHING;
        }
        List<KeyedRequest.Name> names =
                requests.stream().map(KeyedRequest::name).distinct().toList();
        // In this order: an answer is seen once its transaction's lock is gone.
        Set<KeyedRequest.Name> free = table.lockFree(names);
        return new Batch(free, table.find(names));
    }

    private static String fit(@Nullable String key) {
        if (key == null || key.isEmpty()) {
            throw Problem.of(KitProblem.IDEMPOTENCY_KEY_MISSING);
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.of(KitProblem.IDEMPOTENCY_KEY_MALFORMED);
        }
        return key;
    }

    /** The first answer is given from its record too, so that a repetition equals it byte for byte. */
    private static Response respond(IdempotencyTable.Stored stored) {
        Response.ResponseBuilder response = Response.status(stored.status());
        if (stored.location() != null) {
            response.header("Location", stored.location());
        }
        if (stored.body() != null) {
            response.entity(stored.body()).type(MediaType.APPLICATION_JSON_TYPE);
        }
        return response.build();
    }

    private @Nullable String text(@Nullable Object body) {
        try {
            return body == null ? null : json.writeValueAsString(body);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("An answer that is no JSON", fault);
        }
    }

    private byte[] hash(String operation, Object request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((operation + "\n").getBytes(UTF_8));
            return digest.digest(canonical.writeValueAsBytes(request));
        } catch (NoSuchAlgorithmException | JsonProcessingException fault) {
            throw new IllegalStateException("A request that cannot be hashed", fault);
        }
    }

    /** Without empty fields, so that a release that adds an optional one still knows yesterday's requests. */
    private static ObjectWriter canonical(ObjectMapper json) {
        return json.copy()
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT)
                .setConfig(json.getSerializationConfig().with(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY))
                .writer()
                .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** The requests of one transaction, whose keys are locked as far as they were free. */
    private final class Batch implements Recalled {
        private final Set<KeyedRequest.Name> locked;
        private final Map<KeyedRequest.Name, IdempotencyTable.Stored> known;
        private final Map<KeyedRequest, IdempotencyTable.Stored> fresh = new LinkedHashMap<>();

        Batch(Set<KeyedRequest.Name> locked, Map<KeyedRequest.Name, IdempotencyTable.Stored> known) {
            this.locked = locked;
            this.known = new HashMap<>(known);
        }

        @Override
        public Response once(KeyedRequest request, Supplier<Answer> command) {
            return respond(answer(request, command));
        }

        private IdempotencyTable.Stored answer(KeyedRequest request, Supplier<Answer> command) {
            IdempotencyTable.Stored before = known.get(request.name());
            if (before != null) {
                return repeated(before, request);
            }
            if (!locked.contains(request.name())) {
                throw Problem.of(KitProblem.IDEMPOTENCY_KEY_IN_PROGRESS).retryAfter(Duration.ofSeconds(1));
            }
            Answer answer = command.get();
            IdempotencyTable.Stored stored = new IdempotencyTable.Stored(
                    request.hash(), answer.status(), answer.locationText().orElse(null), text(answer.body()));
            known.put(request.name(), stored);
            fresh.put(request, stored);
            return stored;
        }

        private static IdempotencyTable.Stored repeated(IdempotencyTable.Stored stored, KeyedRequest request) {
            if (!Arrays.equals(stored.requestHash(), request.hash())) {
                throw Problem.of(KitProblem.IDEMPOTENCY_KEY_REUSED);
            }
            return stored;
        }

        @Override
        public void save() {
            if (!fresh.isEmpty()) {
                table.insert(fresh);
            }
        }
    }
}
