package jp.nenkin.ledger.account;

import java.util.List;

/** The answer to a command: the events it leads to, or why there are none. */
public sealed interface Decision {

    /** The events, in order, each with the state that it leads to; none when there is nothing to do. */
    record Accepted(List<Turn> turns) implements Decision {
        static final Accepted NOTHING = new Accepted(List.of());

        public Accepted {
            turns = List.copyOf(turns);
        }

        /** The events alone. */
        public List<AccountEvent> events() {
            return turns.stream().map(Turn::event).toList();
        }
    }

    /** An event and the state after it, which deciding has come to already. */
    record Turn(AccountEvent event, AccountState after) {}

    /**
     * What is asked changes what lies behind the state: it is decided from the whole history instead.
     *
     * @param detail what it lies behind
     */
    record Retroactive(String detail) implements Decision {}

    /**
     * Nothing happens.
     *
     * @param detail the values the rule was broken with, for the officer who reads it
     */
    record Refused(Refusal refusal, String detail) implements Decision {}
}
