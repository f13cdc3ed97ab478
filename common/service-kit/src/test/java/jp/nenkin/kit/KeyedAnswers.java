package jp.nenkin.kit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import javax.sql.DataSource;

/** The answers given under keys, for what a test runs outside a service. */
public final class KeyedAnswers {
    private KeyedAnswers() {}

    /**
     * Recalls requests as {@link Idempotency#recall} does.
     *
     * @param source gives the connection of the current transaction
     */
    public static Function<Collection<KeyedRequest>, Recalled> in(DataSource source, Clock clock) {
        IdempotencyTable table = new IdempotencyTable(pool(source), clock, Duration.ofSeconds(5));
        Callers nobody =
                new Callers(QuarkusSecurityIdentity.builder().setAnonymous(true).build(), new CurrentVertxRequest());
        return new Idempotency(table, nobody, new ObjectMapper())::recall;
    }

    private static AgroalDataSource pool(DataSource source) {
        return (AgroalDataSource) Proxy.newProxyInstance(
                KeyedAnswers.class.getClassLoader(), new Class<?>[] {AgroalDataSource.class}, (pool, method, given) -> {
                    if (method.getName().equals("getConnection") && given == null) {
                        return source.getConnection();
                    }
                    throw new UnsupportedOperationException(method.toString());
                });
    }
}
