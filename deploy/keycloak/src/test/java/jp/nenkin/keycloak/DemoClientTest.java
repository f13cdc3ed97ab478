package jp.nenkin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoClientTest {

    @Test
    void a_clients_name_and_claim_carry_the_number() {
        DemoClient establishment = DemoClient.establishment("1000001");

        assertThat(establishment.clientId()).isEqualTo("establishment-1000001");
        assertThat(establishment.claims()).containsEntry("establishment_number", "1000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "100001", "10000011", "１０００００１", "100000a"})
    void a_number_of_another_form_is_refused(String number) {
        assertThatThrownBy(() -> DemoClient.establishment(number)).isInstanceOf(IllegalArgumentException.class);
    }
}
