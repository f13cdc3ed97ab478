package jp.nenkin.auth.keycloak;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** What is to become so in Keycloak of somebody it knows; made so twice, it is no different. */
public sealed interface Change {
    /** The date that is compared at sign-in. */
    record BirthDate(LocalDate date) implements Change {}

    /** May sign in again. */
    record Enabled() implements Change {}

    /** May not sign in, and every session ends. */
    record Disabled() implements Change {}

    /** Gone, with everything Keycloak holds. */
    record Removed() implements Change {}

    /** Has these roles of the realm, the one of its kind among them, and no others of ours. */
    record Roles(Set<String> names) implements Change {
        public Roles {
            names = Set.copyOf(names);
        }
    }

    /** As a row keeps it: the kind, and what belongs to it. */
    record Written(String kind, String value) {}

    default Written written() {
        return switch (this) {
            case BirthDate(var date) -> new Written("BIRTH_DATE", date.toString());
            case Enabled() -> new Written("ENABLED", "");
            case Disabled() -> new Written("DISABLED", "");
            case Removed() -> new Written("REMOVED", "");
            case Roles(var names) -> new Written("ROLES", String.join(",", new TreeSet<>(names)));
        };
    }

    static Change read(Written row) {
        return switch (row.kind()) {
            case "BIRTH_DATE" -> new BirthDate(LocalDate.parse(row.value()));
            case "ENABLED" -> new Enabled();
            case "DISABLED" -> new Disabled();
            case "REMOVED" -> new Removed();
            case "ROLES" ->
                new Roles(row.value().isEmpty() ? Set.of() : Set.of(row.value().split(",")));
            default -> throw new IllegalStateException("No change of ours: " + row.kind());
        };
    }
}
