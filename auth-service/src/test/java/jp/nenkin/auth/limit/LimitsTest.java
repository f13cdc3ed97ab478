package jp.nenkin.auth.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import jp.nenkin.auth.Neighbourhood;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.Sql;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(Neighbourhood.class)
class LimitsTest {
    @Inject
    Limits limits;

    @Test
    void a_window_moves_along_and_what_is_refused_does_not_lengthen_it() {
        for (int i = 0; i < Limit.IDENTITY.most(); i++) {
            limits.count(Limit.IDENTITY, "window");
        }
        Problem refusal = catchThrowableOfType(Problem.class, () -> limits.count(Limit.IDENTITY, "window"));
        assertThat(refusal.code()).isEqualTo(LimitProblem.TOO_MANY_TRIES);
        assertThat(refusal.retryAfter().orElseThrow())
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15).plusSeconds(1));
        assertThat(Sql.number("SELECT count(*) FROM counted_try WHERE subject = 'window'"))
                .isEqualTo(5);
        Sql.run("UPDATE counted_try SET tried_at = tried_at - interval '15 minutes' WHERE id ="
                + " (SELECT min(id) FROM counted_try WHERE subject = 'window')");
        assertThatCode(() -> limits.count(Limit.IDENTITY, "window")).doesNotThrowAnyException();
        assertThatCode(() -> limits.count(Limit.IDENTITY, "another")).doesNotThrowAnyException();
    }

    @Test
    void calls_are_counted_by_address_and_of_ipv6_by_network() {
        Sql.run("INSERT INTO counted_try (limit_name, subject, tried_at)"
                + " SELECT 'calls', '20010db800000001', now() FROM generate_series(1, 300)");
        Problem refusal =
                catchThrowableOfType(Problem.class, () -> limits.countCall("2001:db8:0:1:aaaa:bbbb:cccc:dddd"));
        assertThat(refusal.code()).isEqualTo(LimitProblem.TOO_MANY_TRIES);
        assertThatCode(() -> limits.countCall("2001:db8:0:2::1")).doesNotThrowAnyException();
        assertThatCode(() -> limits.countCall("203.0.113.7")).doesNotThrowAnyException();
    }

    @Test
    void what_no_window_reaches_is_forgotten() {
        Sql.run("INSERT INTO counted_try (limit_name, subject, tried_at) VALUES ('calls', 'long ago', now() - interval"
                + " '61 minutes')");
        int _ = limits.forget();
        assertThat(Sql.number("SELECT count(*) FROM counted_try WHERE subject = 'long ago'"))
                .isZero();
    }
}
