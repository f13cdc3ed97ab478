package jp.nenkin.auth.keycloak;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom Keycloak is to know.
 *
 * @param enabled whether he may sign in at once
 * @param attributes of the realm's user profile; {@code firstName} and {@code lastName} are the profile's own
 * @param role of the realm, which every token of his carries
 * @param password none for who cannot sign in with one
 * @param actions what he must do at the first sign-in, by Keycloak's names
 */
public record NewUser(
        String loginId,
        boolean enabled,
        Map<String, String> attributes,
        String role,
        @Nullable String password,
        Set<String> actions) {
    public NewUser {
        attributes = Map.copyOf(attributes);
        actions = Set.copyOf(actions);
    }

    /** Whoever logs it learns nothing of the person. */
    @Override
    public String toString() {
        return "NewUser";
    }
}
