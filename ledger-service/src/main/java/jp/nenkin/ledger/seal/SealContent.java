package jp.nenkin.ledger.seal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is sealed: the newest row of each stream covered, by blocks of member numbers in their order.
 *
 * <p>The root is a tree over the blocks' roots, so that the blocks are as sure as the root that was published.
 */
record SealContent(List<SealBlock> blocks) {

    SealContent {
        blocks = List.copyOf(blocks);
    }

    /** The content of neighbouring parts, whose borders are borders of blocks. */
    static SealContent joined(Stream<SealContent> parts) {
        return new SealContent(parts.flatMap(part -> part.blocks().stream()).toList());
    }

    long streams() {
        return blocks.stream().mapToLong(SealBlock::streams).sum();
    }

    Hash root() {
        MerkleTree tree = new MerkleTree();
        for (SealBlock block : blocks) {
            tree.add(ByteBuffer.allocate(2 * Long.BYTES + Hash.LENGTH)
                    .putLong(block.block())
                    .putLong(block.streams())
                    .put(block.root().bytes())
                    .array());
        }
        return Hash.of(tree.root());
    }
}
