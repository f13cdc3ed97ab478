package jp.nenkin.ledger.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.nenkin.ledger.explain.Figures.Difference;
import jp.nenkin.ledger.explain.Figures.Differences;
import jp.nenkin.ledger.explain.PostedAccount.Posted;
import jp.nenkin.ledger.money.AccountId;
import org.jspecify.annotations.Nullable;

/** An account as two instants knew it; the later one knows all that the earlier one did. */
record TwoViews(PostedAccount before, PostedAccount after) {

    /** The events with value dates up to a day that the later view has alone. */
    Differences differences(LocalDate asOf, Instant from, @Nullable Instant to) {
        Set<String> known = before.events().stream().map(Posted::id).collect(Collectors.toSet());
        List<Difference> events = after.events().stream()
                .filter(each -> !known.contains(each.id()))
                .filter(each -> !each.valueDate().isAfter(asOf))
                .map(this::difference)
                .toList();
        AccountId account = after.account();
        return new Differences(
                account.member().toString(),
                account.plan(),
                account.ordinal(),
                asOf,
                from,
                to,
                before.balance(asOf).amount(),
                after.balance(asOf).amount(),
                after.balance(asOf).minus(before.balance(asOf)).amount(),
                events);
    }

    private Difference difference(Posted event) {
        Purpose purpose = event.purpose();
        if (purpose == null) {
            return new Difference(event.answer(), null, null);
        }
        String first = after.of(purpose).getFirst().id();
        return new Difference(event.answer(), purpose.subject(), first.equals(event.id()) ? null : first);
    }
}
