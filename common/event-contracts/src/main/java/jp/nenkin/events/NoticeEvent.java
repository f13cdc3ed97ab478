package jp.nenkin.events;

/** A fact of notice-service on the topic notice.events. */
public sealed interface NoticeEvent extends Event permits MessageDelivered, MessageRead {}
