package jp.nenkin.events;

/** A published fact; immutable, complete in itself, and written in JSON by {@link EventJson}. */
public sealed interface Event
        permits MemberEvent, FilingEvent, MemberProfile, LedgerEvent, NoticeEvent, AuthEvent, MemberContact {

    /** The Kafka key: facts of one key keep their order. */
    String key();
}
