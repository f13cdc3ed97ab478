package jp.nenkin.kit;

/** Who calls: one of three kinds, told from the token's realm, role and claims. */
public sealed interface Caller {
    /** Realm and subject, {@code realm/subject}: the same person or system for ever, and never two of them. */
    String id();

    /** An officer of the fund. */
    record Officer(String id, String name) implements Caller {}

    /** An establishment: its clerk or its system. */
    record Establishment(String id, String number) implements Caller {}

    /** A member, for himself. */
    record Member(String id, String number) implements Caller {}
}
