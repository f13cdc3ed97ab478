package jp.nenkin.auth.edge;

import jp.nenkin.auth.keycloak.Realm;
import org.jspecify.annotations.Nullable;

/**
 * Who signed in.
 *
 * @param subject Keycloak's id, the same for ever
 * @param memberNumber of a member, and of nobody else
 */
record Person(
        Realm realm,
        String subject,
        @Nullable String memberNumber,
        @Nullable String name) {
    Person {
        if ((realm == Realm.MEMBER) != (memberNumber != null)) {
            throw new IllegalArgumentException("A member number is what members have, and they alone");
        }
    }

    /** The same one, whatever the name is by now. */
    boolean is(Person other) {
        return realm == other.realm && subject.equals(other.subject);
    }

    /** Without the name. */
    @Override
    public String toString() {
        return realm.label() + "/" + subject;
    }
}
