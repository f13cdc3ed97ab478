package jp.nenkin.ledger.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The root of a Merkle tree over leaves that come one after the other, in memory of one hash per level.
 *
 * <p>Source: RFC 6962, section 2.1: leaves begin with the byte 0, inner nodes with 1, so that neither passes for the
 * other, and the left side of a node is the largest full tree that leaves something to its right. Our own, since it is
 * thirty lines and its libraries keep every leaf. Not safe for several threads.
 */
final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final int MOST_LEVELS = 63;

    private final MessageDigest digest = sha256();
    // What is known of a tree of n leaves is a full tree for each bit of n.
    private final byte[][] full = new byte[MOST_LEVELS][];
    private long leaves;

    /** Adds a leaf by its content. */
    void add(byte[] content) {
        digest.update(LEAF);
        byte[] tree = digest.digest(content);
        int level = 0;
        for (long rest = leaves; (rest & 1) == 1; rest >>= 1) {
            tree = node(full[level++], tree);
        }
        full[level] = tree;
        leaves++;
    }

    long leaves() {
        return leaves;
    }

    /** The root over the leaves so far; of none the hash of nothing. */
    byte[] root() {
        if (leaves == 0) {
            return digest.digest();
        }
        int level = Long.numberOfTrailingZeros(leaves);
        byte[] tree = full[level];
        for (level++; level < MOST_LEVELS; level++) {
            if ((leaves >> level & 1) == 1) {
                tree = node(full[level], tree);
            }
        }
        return tree;
    }

    private byte[] node(byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
