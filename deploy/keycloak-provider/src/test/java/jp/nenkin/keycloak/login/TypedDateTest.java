package jp.nenkin.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19610123",
                " 19610123 ",
                "１９６１０１２３",
                "1961/01/23",
                "1961-1-23",
                "1961.1.23",
                "１９６１／１／２３",
                "1961年1月23日",
                "1961 / 01 / 23"
            })
    void a_day_is_read_however_it_is_taken_apart(String typed) {
        assertThat(TypedDate.read(typed)).contains(LocalDate.of(1961, 1, 23));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1961", "1961123", "196101230", "19610230", "1961/13/01", "610123", "昭和36年1月23日", "0123-1961"
            })
    void what_is_no_day_is_none(String typed) {
        assertThat(TypedDate.read(typed)).isEmpty();
    }

    @Test
    void a_leap_day_is_one_in_a_leap_year_only() {
        assertThat(TypedDate.read("20000229")).contains(LocalDate.of(2000, 2, 29));
        assertThat(TypedDate.read("19000229")).isEmpty();
    }
}
