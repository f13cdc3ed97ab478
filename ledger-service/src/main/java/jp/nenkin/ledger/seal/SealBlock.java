package jp.nenkin.ledger.seal;

import jp.nenkin.ledger.money.MemberNumber;

/**
 * The part of a seal that lies in one block of 10,000 member numbers.
 *
 * @param block the block's number; what belongs to no member has negative ones, rates lie in block 0
 * @param streams how many streams of the block have a leaf
 * @param root of the Merkle tree over their leaves
 */
record SealBlock(long block, long streams, Hash root) {
    private static final long MEMBERS = 10_000;
    private static final long STREAMS = MEMBERS * 10_000;

    /** The number of the block that a stream lies in. */
    static long of(long stream) {
        return Math.floorDiv(stream, STREAMS);
    }

    /** The first stream number of a block. */
    static long firstStream(long block) {
        return block * STREAMS;
    }

    /** The member numbers of a block, as a reader is told them. */
    static String members(long block) {
        if (block < 0) {
            return "no member (runs and seals)";
        }
        long first = Math.max(1, block * MEMBERS);
        return new MemberNumber(first) + "–" + new MemberNumber(block * MEMBERS + MEMBERS - 1);
    }
}
