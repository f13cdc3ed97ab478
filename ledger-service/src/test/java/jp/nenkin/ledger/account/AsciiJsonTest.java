package jp.nenkin.ledger.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AsciiJsonTest {

    @Test
    void a_number_is_written_as_java_writes_it() {
        LongStream edges = LongStream.iterate(1, power -> power * 10)
                .limit(19)
                .flatMap(power -> LongStream.of(power - 1, power, power + 1, -power));

        LongStream.concat(edges, LongStream.of(Long.MAX_VALUE, Long.MIN_VALUE, 1_234_567_890_123_456_789L))
                .forEach(
                        value -> assertThat(text(new AsciiJson().number(value))).isEqualTo(Long.toString(value)));
    }

    @Test
    void digits_of_a_fixed_count_begin_with_zeros() {
        assertThat(text(new AsciiJson().digits(0, 1).digits(7, 2).digits(1_234, 7)))
                .isEqualTo("0070001234");
    }

    @Test
    void a_number_with_other_digits_than_the_count_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AsciiJson().digits(100, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new AsciiJson().digits(1_000, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new AsciiJson().digits(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new AsciiJson().digits(-1, 1));
    }

    @Test
    void days_and_months_are_written_in_iso_form() {
        assertThat(text(new AsciiJson().date(LocalDate.of(2024, 3, 1)).month(YearMonth.of(987, 12))))
                .isEqualTo("2024-03-010987-12");
    }

    private static String text(AsciiJson json) {
        return new String(json.end(), US_ASCII);
    }
}
