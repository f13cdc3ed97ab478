package jp.nenkin.ledger.account;

import java.util.List;

/** The answer to a command: the events it leads to, or the rule that forbids it. */
public sealed interface Decision {

    /** The events, in order; none when there is nothing to do. */
    record Accepted(List<AccountEvent> events) implements Decision {
        static final Accepted NOTHING = new Accepted(List.of());

        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * Nothing happens.
     *
     * @param detail the values the rule was broken with, for the officer who reads it
     */
    record Refused(Refusal refusal, String detail) implements Decision {}
}
