package jp.nenkin.ledger.journal;

import java.time.LocalDate;

/**
 * A stream that begins in a run.
 *
 * @param openedOn the value date of its first row
 * @param closes whether that row is its only one
 */
public record OpenedStream(StreamId stream, LocalDate openedOn, boolean closes) {}
