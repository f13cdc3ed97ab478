package jp.nenkin.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GivenTest {

    @Test
    void a_birth_date_is_the_recorded_day_and_nothing_else() {
        assertThat(born("19610123").isBornOn("1961-01-23")).isTrue();
        assertThat(born("1961/1/23").isBornOn("1961-01-23")).isTrue();
        assertThat(born("19610124").isBornOn("1961-01-23")).isFalse();
    }

    @Test
    void who_has_no_birth_date_is_nobody_whatever_is_typed() {
        assertThat(born("").isBornOn(null)).isFalse();
        assertThat(born("0000-00-00").isBornOn(null)).isFalse();
        assertThat(born("").isBornOn("")).isFalse();
    }

    @Test
    void what_is_secret_is_in_no_log() {
        assertThat(new Given("hanako1961", "sakana7391x", "19610123").toString())
                .isEqualTo("Given[hanako1961]");
    }

    private static Given born(String typed) {
        return new Given("hanako1961", "sakana7391x", typed);
    }
}
