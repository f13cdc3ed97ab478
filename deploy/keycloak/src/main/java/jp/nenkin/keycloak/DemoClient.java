package jp.nenkin.keycloak;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A caller of the local system and of tests, who signs in by client credentials: in real operation officers, clerks and
 * members sign in as people.
 *
 * @param roles of the realm
 * @param claims what every token of this client says about it
 */
public record DemoClient(String realm, String clientId, List<String> roles, Map<String, String> claims) {

    public DemoClient {
        roles = List.copyOf(roles);
        claims = Map.copyOf(claims);
    }

    public static DemoClient officerA() {
        return officer("officer-a", "operator", "approver");
    }

    /** The second officer: what one proposes, another approves. */
    public static DemoClient officerB() {
        return officer("officer-b", "operator", "approver");
    }

    /** The officer who reads everything and changes nothing. */
    public static DemoClient auditor() {
        return officer("auditor", "auditor");
    }

    /** An officer of these duties, which are roles of the realm. */
    public static DemoClient officer(String clientId, String... duties) {
        return new DemoClient(
                "system",
                clientId,
                Stream.concat(Stream.of("officer"), Stream.of(duties)).toList(),
                Map.of());
    }

    /** The system of one employer, by its seven-digit establishment number. */
    public static DemoClient establishment(String number) {
        return new DemoClient(
                "system",
                "establishment-" + checked(number, 7),
                List.of("establishment"),
                Map.of("establishment_number", number));
    }

    /** The system of a consultant (社会保険労務士), by its code of eight digits. */
    public static DemoClient consultant(String code) {
        return new DemoClient(
                "system", "consultant-" + checked(code, 8), List.of("consultant"), Map.of("consultant_code", code));
    }

    /** A member, by the ten-digit member number. */
    public static DemoClient member(String number) {
        return new DemoClient(
                "member", "member-" + checked(number, 10), List.of("member"), Map.of("member_number", number));
    }

    private static String checked(String number, int digits) {
        if (!number.matches("[0-9]{" + digits + "}")) {
            throw new IllegalArgumentException("not a number of %d digits: %s".formatted(digits, number));
        }
        return number;
    }
}
