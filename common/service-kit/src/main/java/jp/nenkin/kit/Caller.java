package jp.nenkin.kit;

import java.util.Optional;

/** Who calls: one of four kinds, told from the token's realm, role and claims. */
public sealed interface Caller {
    /** Realm and subject, {@code realm/subject}: the same person or system for ever, and never two of them. */
    String id();

    /** An officer of the fund. */
    record Officer(String id, String name) implements Caller {}

    /**
     * An establishment: its clerk or its system.
     *
     * @param person the user name of who signed in; empty for its system
     */
    record Establishment(String id, String number, Optional<String> person) implements Caller {
        /** The establishment's own system. */
        public Establishment(String id, String number) {
            this(id, number, Optional.empty());
        }
    }

    /** A consultant (社会保険労務士) for the establishments that have delegated to it; which these are, the records tell. */
    record Consultant(String id, String code) implements Caller {}

    /** A member, for himself. */
    record Member(String id, String number) implements Caller {}
}
