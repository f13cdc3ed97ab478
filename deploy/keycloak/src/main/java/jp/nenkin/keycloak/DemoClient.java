package jp.nenkin.keycloak;

import java.util.Map;

/**
 * A caller of the local system and of tests, who signs in by client credentials: in real operation officers, clerks and
 * members sign in as people.
 *
 * @param claims what every token of this client says about it
 */
public record DemoClient(String realm, String clientId, String role, Map<String, String> claims) {

    public static DemoClient officerA() {
        return new DemoClient("system", "officer-a", "officer", Map.of());
    }

    /** The second officer: what one proposes, another approves. */
    public static DemoClient officerB() {
        return new DemoClient("system", "officer-b", "officer", Map.of());
    }

    /** The system of one employer, by its seven-digit establishment number. */
    public static DemoClient establishment(String number) {
        return new DemoClient(
                "system",
                "establishment-" + checked(number, 7),
                "establishment",
                Map.of("establishment_number", number));
    }

    /** The system of a consultant (社会保険労務士), by its code of eight digits. */
    public static DemoClient consultant(String code) {
        return new DemoClient(
                "system", "consultant-" + checked(code, 8), "consultant", Map.of("consultant_code", code));
    }

    /** A member, by the ten-digit member number. */
    public static DemoClient member(String number) {
        return new DemoClient("member", "member-" + checked(number, 10), "member", Map.of("member_number", number));
    }

    private static String checked(String number, int digits) {
        if (!number.matches("[0-9]{" + digits + "}")) {
            throw new IllegalArgumentException("not a number of %d digits: %s".formatted(digits, number));
        }
        return number;
    }
}
