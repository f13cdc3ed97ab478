package jp.nenkin.keycloak.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.MultivaluedMap;
import java.security.MessageDigest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in.
 *
 * @param birthDate as typed
 */
record Given(String loginId, String password, String birthDate) {

    static final String LOGIN_ID = "username";
    static final String PASSWORD = "password";
    static final String BIRTH_DATE = "birthDate";

    /** No login ID and no password is longer; what is cannot be right, and must cost no more than what could be. */
    private static final int LONGEST = 80;

    private static final String NO_DAY = "0000-00-00";

    static Given of(MultivaluedMap<String, String> form) {
        return new Given(text(form, LOGIN_ID).strip(), text(form, PASSWORD), text(form, BIRTH_DATE));
    }

    /** Whether the day is this one, in the same time whatever was typed. */
    boolean isBornOn(@Nullable String recorded) {
        String typed = TypedDate.read(birthDate).map(LocalDate::toString).orElse(NO_DAY);
        String expected = recorded == null ? "" : recorded;
        return MessageDigest.isEqual(expected.getBytes(UTF_8), typed.getBytes(UTF_8));
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        String text = form.getFirst(field);
        return text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST + 1));
    }

    /** Leaves out what is secret. */
    @Override
    public String toString() {
        return "Given[" + loginId + "]";
    }
}
