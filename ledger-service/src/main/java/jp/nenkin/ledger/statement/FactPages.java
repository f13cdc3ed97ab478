package jp.nenkin.ledger.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import jp.nenkin.ledger.membership.MemberFact;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.statement.FactTable.Fact;
import org.jspecify.annotations.Nullable;

/** The facts of members, member by member in rising order, read some thousands at a time. */
public final class FactPages {
    private final Function<MemberNumber, List<Fact>> page;
    private final int pageSize;
    private List<Fact> facts = List.of();
    private int next;
    /** Where the next page begins; none after the last. */
    private @Nullable MemberNumber from;

    FactPages(MemberNumber first, Function<MemberNumber, List<Fact>> page, int pageSize) {
        this.from = first;
        this.page = page;
        this.pageSize = pageSize;
    }

    /** A member's facts, in the order in which they became known. */
    public record MemberFacts(MemberNumber member, List<MemberFact> facts) {}

    /** Whether there is another member, whose number is at most this one. */
    public boolean hasNextUpTo(MemberNumber last) {
        while (next == facts.size() && from != null) {
            turn(from);
        }
        return next < facts.size() && facts.get(next).member().compareTo(last) <= 0;
    }

    /**
     * The next member's facts.
     *
     * @throws NoSuchElementException when there is none, or it was not asked for
     */
    public MemberFacts next() {
        if (next == facts.size()) {
            throw new NoSuchElementException("no further facts");
        }
        MemberNumber member = facts.get(next).member();
        List<MemberFact> known = new ArrayList<>();
        while (next < facts.size() && facts.get(next).member().equals(member)) {
            known.add(facts.get(next++).fact());
        }
        return new MemberFacts(member, known);
    }

    private void turn(MemberNumber beginning) {
        facts = page.apply(beginning);
        next = 0;
        from = null;
        if (facts.size() == pageSize) {
            // The page may end in the middle of a member, who then comes first on the next.
            MemberNumber cut = facts.getLast().member();
            facts = facts.stream().filter(fact -> !fact.member().equals(cut)).toList();
            from = cut;
            if (facts.isEmpty()) {
                throw new IllegalStateException("member " + cut + " has more than " + pageSize + " facts");
            }
        }
    }
}
