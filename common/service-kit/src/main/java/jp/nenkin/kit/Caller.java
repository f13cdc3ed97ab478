package jp.nenkin.kit;

/** Who calls: one of four kinds, told from the token's realm, role and claims. */
public sealed interface Caller {
    /** Realm and subject, {@code realm/subject}: the same person or system for ever, and never two of them. */
    String id();

    /** An officer of the fund. */
    record Officer(String id, String name) implements Caller {}

    /** An establishment: its clerk or its system. */
    record Establishment(String id, String number) implements Caller {}

    /** A consultant (社会保険労務士) for the establishments that have delegated to it; which these are, the records tell. */
    record Consultant(String id, String code) implements Caller {}

    /** A member, for himself. */
    record Member(String id, String number) implements Caller {}
}
