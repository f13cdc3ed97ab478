package jp.nenkin.events;

/** How a filing reached the fund; cut-off days differ by it. */
public enum FilingChannel {
    PAPER,
    DATA
}
