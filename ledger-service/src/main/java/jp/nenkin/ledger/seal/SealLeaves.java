package jp.nenkin.ledger.seal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Takes the newest rows of streams in the order of the streams and gives what they make together. */
final class SealLeaves {
    private final List<SealBlock> blocks = new ArrayList<>();
    private final ByteBuffer leaf = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + Hash.LENGTH);
    private MerkleTree tree = new MerkleTree();
    private long block;
    private long last = Long.MIN_VALUE;

    /**
     * Adds a stream's newest row.
     *
     * @throws IllegalArgumentException when the streams do not come in their order
     */
    void add(long stream, int version, byte[] hash) {
        if (stream <= last) {
            throw new IllegalArgumentException("stream " + stream + " came after " + last);
        }
        last = stream;
        if (SealBlock.of(stream) != block) {
            endBlock();
            block = SealBlock.of(stream);
        }
        leaf.clear().putLong(stream).putInt(version).put(hash, 0, Hash.LENGTH);
        tree.add(leaf.array());
    }

    /** What has come, after which nothing more comes. */
    SealContent end() {
        endBlock();
        return new SealContent(blocks);
    }

    private void endBlock() {
        if (tree.leaves() > 0) {
            blocks.add(new SealBlock(block, tree.leaves(), Hash.of(tree.root())));
            tree = new MerkleTree();
        }
    }
}
