package jp.nenkin.kit;

import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** What is known of requests whose commands share one transaction; for its one thread. */
public interface Recalled {
    /** For commands that come without keys. */
    Recalled NOTHING = new Recalled() {
        @Override
        public Response once(KeyedRequest request, Supplier<Answer> command) {
            throw new IllegalStateException("nothing was recalled of " + request.name());
        }

        @Override
        public void save() {}
    };

    /**
     * Runs a command unless its request has been answered, and gives the first answer either way. The response is the
     * caller's when the transaction has committed.
     *
     * @throws Problem 422 if the key came with something else, 409 if another transaction has it in progress
     */
    Response once(KeyedRequest request, Supplier<Answer> command);

    /** Writes the records of the answers first given here. */
    void save();
}
