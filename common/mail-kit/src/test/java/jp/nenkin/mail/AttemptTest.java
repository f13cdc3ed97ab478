package jp.nenkin.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptTest {

    @ParameterizedTest
    @ValueSource(ints = {550, 551, 552, 553, 554})
    void a_refusal_that_speaks_of_the_mailbox_is_for_good(int code) {
        assertThat(Attempt.replied(code)).isEqualTo(new Attempt.Refused(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {421, 450, 451, 452, 500, 530, 535, 540, 560})
    void any_other_puts_the_mail_off(int code) {
        assertThat(Attempt.replied(code)).isEqualTo(new Attempt.PutOff(code));
        assertThat(new Attempt.PutOff(code).serverIsAway()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,4", "10,512", "11,900", "64,900", "1000000,900"})
    void waits_double_up_to_a_quarter_of_an_hour(int attempts, long seconds) {
        assertThat(Attempt.waitAfter(attempts)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void a_mail_is_given_up_after_three_days() {
        Instant queued = Instant.parse("2026-07-15T00:00:00Z");
        assertThat(Attempt.isGivenUp(queued, queued.plus(Duration.ofDays(3)))).isFalse();
        assertThat(Attempt.isGivenUp(queued, queued.plus(Duration.ofDays(3)).plusMillis(1)))
                .isTrue();
    }
}
