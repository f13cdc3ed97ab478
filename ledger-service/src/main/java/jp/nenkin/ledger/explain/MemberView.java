package jp.nenkin.ledger.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.journal.KnownJournal.Known;
import jp.nenkin.ledger.journal.KnownJournal.KnownEvent;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.journal.StreamKind;
import jp.nenkin.ledger.membership.MemberFact;
import jp.nenkin.ledger.membership.MemberFactCodec;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;

/**
 * All that was known of a member at an instant.
 *
 * @param facts in the order in which they became known
 */
record MemberView(MemberNumber member, List<MemberFact> facts, Map<AccountId, PostedAccount> accounts) {
    MemberView {
        facts = List.copyOf(facts);
        accounts = Map.copyOf(accounts);
    }

    static MemberView of(MemberNumber member, Known known) {
        List<MemberFact> facts = known.of(StreamId.of(member)).stream()
                .map(event ->
                        MemberFactCodec.read(event.row().type(), event.row().payload()))
                .toList();
        Map<AccountId, List<KnownEvent>> events = new TreeMap<>(AccountId.IN_ORDER);
        known.events().stream()
                .filter(event -> event.row().stream().kind() == StreamKind.ACCOUNT)
                .forEach(event -> events.computeIfAbsent(event.row().stream().account(), none -> new ArrayList<>())
                        .add(event));
        return new MemberView(
                member,
                facts,
                events.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> PostedAccount.of(each.getKey(), each.getValue()))));
    }

    Optional<PostedAccount> account(AccountId account) {
        return Optional.ofNullable(accounts.get(account));
    }

    /** A life's accounts of a plan, in their order. */
    List<PostedAccount> likeWith(AccountId account) {
        return accounts.values().stream()
                .filter(each -> each.account().plan() == account.plan()
                        && each.account().life() == account.life())
                .sorted(Comparator.comparing(PostedAccount::account, AccountId.IN_ORDER))
                .toList();
    }

    /**
     * The books as the accounts have come to them: a deferral may have ended on its day, before the month's run, and
     * whatever had ended by the last crediting date was ended with it.
     */
    Books reached(Books books) {
        return accounts.values().stream()
                .flatMap(account -> account.events().stream())
                .flatMap(each -> each.event() instanceof InterestCredited credited
                        ? Stream.of(credited.creditedOn())
                        : Stream.<LocalDate>empty())
                .max(LocalDate::compareTo)
                .map(books::on)
                .orElse(books);
    }

    /** The rates that the accounts have come to: of the year they wait for, and after it, none is taken in yet. */
    Rates reached(Rates rates) {
        Optional<FiscalYear> awaited = accounts.values().stream()
                .map(PostedAccount::state)
                .filter(RatePending.class::isInstance)
                .map(state -> ((RatePending) state).awaited())
                .min(Comparator.naturalOrder());
        return new Rates(rates.byYear().entrySet().stream()
                .filter(rate -> awaited.isEmpty() || awaited.get().isAfter(rate.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
