package jp.nenkin.auth.user;

import java.util.Map;
import jp.nenkin.auth.keycloak.Realm;

/** For whom a user acts. */
sealed interface Party {
    /** The fund, for which officers act. */
    record Fund() implements Party {}

    /** An employer, by its number of seven digits. */
    record Establishment(String number) implements Party {}

    /** A consultant (社会保険労務士), by its code of eight digits. */
    record Consultant(String code) implements Party {}

    /** Where Keycloak has its users, each login ID once. */
    default Realm realm() {
        return switch (this) {
            case Fund() -> Realm.FUND;
            case Establishment _, Consultant _ -> Realm.EMPLOYER;
        };
    }

    /** The role of the realm that all its users have. */
    default String kind() {
        return switch (this) {
            case Fund() -> "officer";
            case Establishment _ -> "establishment";
            case Consultant _ -> "consultant";
        };
    }

    /** Whether what a user may is proposed by one officer and approved by another: else one alone could be both. */
    default boolean needsApproval() {
        return this instanceof Fund;
    }

    /** Its number or code; empty for the fund. */
    default String number() {
        return switch (this) {
            case Fund() -> "";
            case Establishment(var number) -> number;
            case Consultant(var code) -> code;
        };
    }

    /** What Keycloak knows of a user besides the login ID; of employers' users no name. */
    default Map<String, String> attributes(FullName name) {
        return switch (this) {
            case Fund() -> Map.of("lastName", name.family(), "firstName", name.given());
            case Establishment(var number) -> Map.of("establishmentNumber", number);
            case Consultant(var code) -> Map.of("consultantCode", code);
        };
    }
}
