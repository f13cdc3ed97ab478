package jp.nenkin.ledger.run;

import jp.nenkin.ledger.money.Yen;

/**
 * A run's control totals.
 *
 * @param streams how many open streams it reached
 * @param events how many of its rows are events
 * @param amount the events' amounts together
 */
public record RunTotals(long streams, long events, Yen amount) {}
