package jp.nenkin.ledger.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.statement.FactTable.Fact;
import org.jspecify.annotations.Nullable;

/** The facts of members asked for in rising order, read some thousands at a time. */
public final class FactPages {
    private final Function<MemberNumber, List<Fact>> page;
    private final int pageSize;
    private List<Fact> facts = List.of();
    private int next;
    /** The first member not on the page; none after the last page. */
    private @Nullable MemberNumber after = new MemberNumber(1);

    FactPages(Function<MemberNumber, List<Fact>> page, int pageSize) {
        this.page = page;
        this.pageSize = pageSize;
    }

    /** A member's facts by account, in the order they were stored; members come in rising order. */
    public Map<AccountId, List<AccountEvent>> of(MemberNumber member) {
        while (after != null && member.compareTo(after) >= 0) {
            turn(member);
        }
        Map<AccountId, List<AccountEvent>> found = new LinkedHashMap<>();
        while (next < facts.size() && facts.get(next).member().compareTo(member) <= 0) {
            Fact fact = facts.get(next++);
            if (fact.member().equals(member)) {
                found.computeIfAbsent(fact.event().account(), account -> new ArrayList<>())
                        .add(fact.event());
            }
        }
        return found;
    }

    private void turn(MemberNumber from) {
        facts = page.apply(from);
        next = 0;
        after = null;
        if (facts.size() == pageSize) {
            // The page may end in the middle of a member, who then comes first on the next.
            MemberNumber cut = facts.getLast().member();
            facts = facts.stream().filter(fact -> !fact.member().equals(cut)).toList();
            after = cut;
            if (facts.isEmpty()) {
                throw new IllegalStateException("member " + cut + " has more than " + pageSize + " facts");
            }
        }
    }
}
