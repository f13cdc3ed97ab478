package jp.nenkin.ledger.seal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds seals against each other, against what was published and against what they cover. */
final class VerifiedSeals {
    private VerifiedSeals() {}

    /** Every number from 1 has its seal, each with the hash of its columns and of the one before. */
    static Findings chain(Iterable<Seal> seals) {
        Findings findings = new Findings();
        long number = 0;
        Hash previous = Hash.NONE;
        for (Seal seal : seals) {
            number++;
            if (seal.number() != number) {
                findings.add(Finding.seal(FindingKind.SEAL, number, "a seal", "the next is " + seal.number()));
                number = seal.number();
            }
            if (!seal.previous().equals(previous)) {
                findings.add(Finding.seal(
                        FindingKind.SEAL, number, "previous hash " + previous, "previous hash " + seal.previous()));
            }
            Hash recomputed = seal.recomputed();
            if (!seal.hash().equals(recomputed)) {
                findings.add(Finding.seal(FindingKind.SEAL, number, "hash " + recomputed, "hash " + seal.hash()));
            }
            previous = seal.hash();
        }
        return findings;
    }

    /** What was published, a seal's hash or the root printed at a year's close, is what is stored. */
    static Findings published(Iterable<Seal> seals, SortedMap<Long, Hash> published) {
        Map<Long, Seal> stored = new HashMap<>();
        seals.forEach(seal -> stored.put(seal.number(), seal));
        Findings findings = new Findings();
        published.forEach((number, kept) -> {
            Seal found = stored.get(number);
            if (found == null) {
                findings.add(Finding.seal(FindingKind.PUBLISHED, number, kept, "no seal"));
            } else if (!kept.equals(found.hash()) && !kept.equals(found.root())) {
                findings.add(Finding.seal(FindingKind.PUBLISHED, number, kept, found.hash()));
            }
        });
        return findings;
    }

    /**
     * A seal's content as it is now against what was sealed, block by block.
     *
     * @param sealed the blocks as they were stored with the seal
     */
    static Findings content(Seal seal, SealContent sealed, SealContent now) {
        Findings findings = new Findings();
        if (!seal.root().equals(sealed.root())) {
            findings.add(Finding.seal(FindingKind.SEAL, seal.number(), "blocks of root " + seal.root(), sealed.root()));
        }
        Map<Long, SealBlock> before = byBlock(sealed);
        Map<Long, SealBlock> after = byBlock(now);
        Set<Long> blocks = new TreeSet<>(before.keySet());
        blocks.addAll(after.keySet());
        for (long block : blocks) {
            String expected = text(before.get(block));
            String found = text(after.get(block));
            if (!expected.equals(found)) {
                findings.add(new Finding(FindingKind.ROOT, seal.number(), block, null, null, expected, found));
            }
        }
        boolean changed = !seal.root().equals(now.root()) || seal.streams() != now.streams();
        if (changed && findings.count() == 0) {
            findings.add(Finding.seal(FindingKind.ROOT, seal.number(), seal.root(), now.root()));
        }
        return findings;
    }

    private static Map<Long, SealBlock> byBlock(SealContent content) {
        return content.blocks().stream().collect(Collectors.toMap(SealBlock::block, block -> block));
    }

    private static String text(@Nullable SealBlock block) {
        return block == null ? "no stream" : block.streams() + " streams of root " + block.root();
    }
}
