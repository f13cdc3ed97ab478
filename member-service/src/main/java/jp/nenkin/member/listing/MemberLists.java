package jp.nenkin.member.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of members as far as the caller may see them. */
@ApplicationScoped
class MemberLists {
    private final ListedTable table;

    MemberLists(ListedTable table) {
        this.table = table;
    }

    /**
     * Some of what was asked for.
     *
     * @param next the place after which the next page begins, or null after the last
     */
    record Page(List<Listed> members, @Nullable Place next) {
        Page {
            members = List.copyOf(members);
        }
    }

    /** Those after a place, or the first. */
    @Transactional
    Page page(Asked asked, @Nullable Place after, int limit) {
        List<Listed> found = table.find(asked, after, limit + 1);
        List<Listed> shown = found.subList(0, Math.min(found.size(), limit));
        return new Page(shown, found.size() > shown.size() ? shown.getLast().place() : null);
    }
}
