package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.nenkin.ledger.account.AccountEvent.AccountOpened;
import jp.nenkin.ledger.account.AccountEvent.AccountRestated;
import jp.nenkin.ledger.account.AccountEvent.BalanceTakenOver;
import jp.nenkin.ledger.account.AccountEvent.BaseSalaryRecorded;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.DeferralBegun;
import jp.nenkin.ledger.account.AccountEvent.EstablishmentMoved;
import jp.nenkin.ledger.account.AccountEvent.ExcessRecorded;
import jp.nenkin.ledger.account.AccountEvent.ExcessRecovered;
import jp.nenkin.ledger.account.AccountEvent.InterestAdjusted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountEvent.InterestEnded;
import jp.nenkin.ledger.account.AccountEvent.LumpSumPaid;
import jp.nenkin.ledger.account.AccountEvent.MembershipEnded;
import jp.nenkin.ledger.account.AccountEvent.MembershipResumed;
import jp.nenkin.ledger.account.AccountEvent.RateAwaited;
import jp.nenkin.ledger.account.AccountEvent.TransferAdjusted;
import jp.nenkin.ledger.account.AccountEvent.TransferCredited;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.Yen;

/** What an account's events posted, by what it was for: month, crediting date or asset, with its net amount. */
final class Postings {
    private final Map<Key, Posting> byKey = new LinkedHashMap<>();
    private Yen paid = Yen.ZERO;
    private Yen excess = Yen.ZERO;

    private Postings() {}

    /** What an amount is for. */
    sealed interface Key {
        /**
         * A month's contribution, billed to an establishment.
         *
         * @param on its posting day: a correction that moves the day of acquisition within the month moves it too, and
         *     a balance as of a day between counts it or not
         */
        record Contribution(YearMonth month, EstablishmentNumber establishment, LocalDate on) implements Key {}

        /** A crediting date. */
        record Credit(LocalDate on) implements Key {}

        /** A transferred asset, by the day it was received. */
        record Transfer(LocalDate on) implements Key {}

        /** A former system's balance. */
        record TakeOver() implements Key {}
    }

    /** What was posted for a key in all, and the event that was first. */
    record Posting(AccountEvent first, Yen net) {}

    static Postings of(List<AccountEvent> events) {
        Postings postings = new Postings();
        events.forEach(postings::take);
        return postings;
    }

    private void take(AccountEvent event) {
        switch (event) {
            case ContributionPosted e -> add(new Key.Contribution(e.month(), e.establishment(), e.valueDate()), e);
            case ContributionAdjusted e -> add(new Key.Contribution(e.month(), e.establishment(), e.valueDate()), e);
            case InterestCredited e -> add(new Key.Credit(e.creditedOn()), e);
            case InterestAdjusted e -> add(new Key.Credit(e.creditedOn()), e);
            case TransferCredited e -> add(new Key.Transfer(e.valueDate()), e);
            case TransferAdjusted e -> add(new Key.Transfer(e.valueDate()), e);
            case BalanceTakenOver e -> add(new Key.TakeOver(), e);
            case LumpSumPaid e -> paid = paid.minus(e.amount());
            case ExcessRecorded e -> excess = excess.plus(e.amount());
            case ExcessRecovered e -> {
                paid = paid.minus(e.recovered());
                excess = excess.minus(e.recovered());
            }
            case AccountOpened e -> {}
            case BaseSalaryRecorded e -> {}
            case EstablishmentMoved e -> {}
            case MembershipEnded e -> {}
            case MembershipResumed e -> {}
            case RateAwaited e -> {}
            case DeferralBegun e -> {}
            case InterestEnded e -> {}
            case AccountRestated e -> {}
        }
    }

    private void add(Key key, AccountEvent event) {
        byKey.merge(
                key,
                new Posting(event, event.amount()),
                (earlier, later) -> new Posting(earlier.first(), earlier.net().plus(later.net())));
    }

    Set<Key> keys() {
        return byKey.keySet();
    }

    Optional<Posting> at(Key key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** All of it, without what was paid. */
    Yen total() {
        return byKey.values().stream().map(Posting::net).reduce(Yen.ZERO, Yen::plus);
    }

    /** What was taken out, without what came back. */
    Yen paid() {
        return paid;
    }

    Yen excess() {
        return excess;
    }
}
