package jp.nenkin.kit;

/**
 * A request under its Idempotency-Key, as its caller sent it.
 *
 * @param operation a written name of what is done and on what
 * @param hash over the operation and the body: what a repetition must equal
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by its name.
public record KeyedRequest(Name name, String operation, byte[] hash) {

    /** What a request is known by: keys of two callers do not meet. */
    public record Name(String caller, String key) {}
}
