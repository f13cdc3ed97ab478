package jp.nenkin.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkTest {

    @Test
    void by_ipv4_every_host_counts_for_itself() {
        assertThat(Network.of("192.0.2.1")).isEqualTo("192.0.2.1").isNotEqualTo(Network.of("192.0.2.2"));
    }

    @Test
    void by_ipv6_a_subscribers_network_counts_as_one() {
        assertThat(Network.of("2001:db8:1:2::1"))
                .isEqualTo(Network.of("2001:db8:1:2:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(Network.of("2001:db8:1:3::1"));
    }

    @Test
    void an_ipv4_address_written_as_ipv6_is_itself() {
        assertThat(Network.of("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void an_interface_behind_the_address_changes_nothing() {
        assertThat(Network.of("fe80::1%eth0")).isEqualTo(Network.of("fe80::2"));
    }

    @Test
    void nobody_is_asked_about_a_name() {
        assertThat(Network.of("host.example")).isEqualTo("host.example");
        assertThat(Network.of("1.2.3.4.5")).isEqualTo("1.2.3.4.5");
    }
}
