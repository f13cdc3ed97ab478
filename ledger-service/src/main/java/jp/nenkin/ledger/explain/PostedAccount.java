package jp.nenkin.ledger.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.Filing;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountStateCodec;
import jp.nenkin.ledger.explain.Figures.PostedEvent;
import jp.nenkin.ledger.journal.KnownJournal.KnownEvent;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** An account as the journal holds it, of what was known at an instant. */
record PostedAccount(AccountId account, List<Posted> events) {
    PostedAccount {
        events = List.copyOf(events);
    }

    /**
     * A stored event.
     *
     * @param purpose none where it moves no money
     */
    record Posted(
            KnownEvent known, AccountEvent event, @Nullable Purpose purpose) {
        static Posted of(KnownEvent known) {
            AccountEvent event =
                    AccountEventCodec.read(known.row().type(), known.row().payload());
            return new Posted(known, event, Purpose.of(event).orElse(null));
        }

        Yen amount() {
            return known.row().amount();
        }

        LocalDate valueDate() {
            return known.row().valueDate();
        }

        String id() {
            return known.row().stream().eventId(known.row().version());
        }

        PostedEvent answer() {
            return new PostedEvent(
                    id(), known.row().type(), valueDate(), amount().amount(), known.from(), filing(known.row()));
        }

        private static @Nullable Filing filing(StoredRow row) {
            try {
                JsonNode filing = EventJson.mapper().readTree(row.payload()).get("filing");
                return filing == null ? null : EventJson.mapper().treeToValue(filing, Filing.class);
            } catch (IOException e) {
                throw new UncheckedIOException("a stored event cannot be read", e);
            }
        }
    }

    static PostedAccount of(AccountId account, List<KnownEvent> events) {
        return new PostedAccount(account, events.stream().map(Posted::of).toList());
    }

    /** Everything that was posted for the same, first the posting and then its adjustments. */
    List<Posted> of(Purpose purpose) {
        return events.stream().filter(each -> purpose.equals(each.purpose())).toList();
    }

    Set<Purpose> purposes() {
        return events.stream()
                .flatMap(each -> Purpose.of(each.event()).stream())
                .collect(Collectors.toSet());
    }

    /** The balance of value dates up to a day. */
    Yen balance(LocalDate asOf) {
        return sum(
                events.stream().filter(each -> !each.valueDate().isAfter(asOf)).toList());
    }

    /** The day from which every event counts: today, unless one has a value date that is still to come. */
    LocalDate lastDay(LocalDate today) {
        return Stream.concat(Stream.of(today), events.stream().map(Posted::valueDate))
                .max(Comparator.naturalOrder())
                .orElse(today);
    }

    static Yen sum(List<Posted> events) {
        return events.stream().map(Posted::amount).reduce(Yen.ZERO, Yen::plus);
    }

    /** The account after its last event. */
    AccountState state() {
        return AccountStateCodec.read(account, events.getLast().known().row().state());
    }

    static List<PostedEvent> answers(List<Posted> events) {
        return events.stream().map(Posted::answer).toList();
    }
}
