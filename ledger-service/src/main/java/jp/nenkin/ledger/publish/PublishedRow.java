package jp.nenkin.ledger.publish;

import java.time.Instant;
import jp.nenkin.ledger.journal.StreamId;

/** An event on its way out. */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record PublishedRow(Position position, StreamId stream, int version, String type, Instant recordedAt, byte[] payload) {}
