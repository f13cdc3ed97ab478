package jp.nenkin.ledger.seal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Counts what is found and keeps the first of it, so that a journal full of differences fits into memory too. */
final class Findings {
    static final int KEPT = 1_000;

    private final List<Finding> kept = new ArrayList<>();
    private long count;

    void add(Finding finding) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
    }

    void addAll(Collection<Finding> findings) {
        findings.forEach(this::add);
    }

    /** Adds those of a part. */
    void add(Findings part) {
        long before = count;
        addAll(part.kept);
        count = before + part.count;
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }

    long count() {
        return count;
    }
}
