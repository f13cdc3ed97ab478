package jp.nenkin.keycloak;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who signs in to the local system or a test with login ID and password.
 *
 * @param roles of the realm
 * @param attributes of the user profile; {@code firstName} and {@code lastName} are the profile's own
 */
public record DemoPerson(String realm, String loginId, List<String> roles, Map<String, String> attributes) {

    public DemoPerson {
        roles = List.copyOf(roles);
        attributes = Map.copyOf(attributes);
    }

    /** A member, by the ten-digit member number. */
    public static DemoPerson member(String number, LocalDate birthDate) {
        DemoClient checked = DemoClient.member(number);
        return new DemoPerson(
                checked.realm(),
                checked.clientId(),
                checked.roles(),
                Map.of("memberNumber", number, "birthDate", birthDate.toString()));
    }

    /** What a member types besides login ID and password; empty for who is not asked. */
    public Optional<LocalDate> birthDate() {
        return Optional.ofNullable(attributes.get("birthDate")).map(LocalDate::parse);
    }

    public static DemoPerson officerA() {
        return officer("officer-a", "A");
    }

    /** The second officer: what one proposes, another approves. */
    public static DemoPerson officerB() {
        return officer("officer-b", "B");
    }

    public static List<DemoPerson> officers() {
        return List.of(officerA(), officerB());
    }

    /** Another officer, for a test of his own. */
    public static DemoPerson officer(String loginId, String firstName) {
        return new DemoPerson(
                "fund",
                loginId,
                List.of("officer", "operator", "approver"),
                Map.of("firstName", firstName, "lastName", "職員"));
    }
}
