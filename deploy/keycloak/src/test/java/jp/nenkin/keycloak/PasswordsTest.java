package jp.nenkin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {

    @TempDir
    private Path data;

    @Test
    void a_password_obeys_its_realms_rule_and_stays() {
        String ofMember = Passwords.in(data).createIfMissing("member", "member-0000001234");
        String ofOfficer = Passwords.in(data).createIfMissing("fund", "officer-a");

        assertThat(ofMember).matches("(?=.*[a-z])(?=.*[0-9])[a-z0-9]{12}");
        assertThat(ofOfficer).matches("(?=.*[a-z])(?=.*[0-9])[a-z0-9]{24}");
        assertThat(Passwords.in(data).find("member", "member-0000001234")).contains(ofMember);
        assertThat(Passwords.in(data).find("member", "member-0000005678")).isEmpty();
    }
}
