package jp.nenkin.auth.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void a_secret_is_43_letters_of_chance_and_its_hash_another_for_each() {
        assertThat(Secret.read("a".repeat(43))).isPresent();
        assertThat(Secret.read("a".repeat(42))).isEmpty();
        assertThat(Secret.read("a".repeat(42) + "!")).isEmpty();
        assertThat(Secret.read(null)).isEmpty();
        assertThat(new Secret("a".repeat(43)).hash()).hasSize(32).isNotEqualTo(new Secret("b".repeat(43)).hash());
    }

    @Test
    void what_is_closed_opens_with_their_key_in_their_row_unchanged() {
        Seal seal = new Seal(new byte[32], new SecureRandom());
        byte[] row = "row".getBytes(UTF_8);
        byte[] closed = seal.close("access\nrefresh", row);

        assertThat(seal.open(closed, row)).isEqualTo("access\nrefresh");
        assertThat(new String(closed, UTF_8)).doesNotContain("access", "refresh");
        assertThat(seal.close("access\nrefresh", row)).as("a nonce of its own").isNotEqualTo(closed);
        broken(() -> seal.open(closed, "other row".getBytes(UTF_8)));
        byte[] changed = closed.clone();
        changed[closed.length - 1] ^= 1;
        broken(() -> seal.open(changed, row));
        byte[] otherKey = new byte[32];
        Arrays.fill(otherKey, (byte) 1);
        broken(() -> new Seal(otherKey, new SecureRandom()).open(closed, row));
        assertThatThrownBy(() -> new Seal(new byte[16], new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void broken(Runnable opening) {
        assertThatThrownBy(opening::run).isInstanceOf(Seal.Broken.class);
    }
}
