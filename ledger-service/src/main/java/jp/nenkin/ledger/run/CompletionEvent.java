package jp.nenkin.ledger.run;

/** The event that says a run is complete, as it is published. */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record CompletionEvent(String type, byte[] payload) {}
