package jp.nenkin.ledger.run;

import java.util.List;

/**
 * A run cut into chunks.
 *
 * @param rows about how many rows they hold: a few more than streams, since some have several
 */
record ChunkCut(List<Chunk> chunks, long rows) {}
