package jp.nenkin.ledger.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.nenkin.events.RateEvidence;
import jp.nenkin.ledger.account.AccountRows;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Restatement.AccountLife;
import jp.nenkin.ledger.explain.Figures.AccountExplanation;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.journal.KnownJournal.KnownEvent;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.membership.FactsInEffect;
import jp.nenkin.ledger.membership.MemoryLedger;
import jp.nenkin.ledger.membership.Replay;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.rate.RateProposal;

/** What a ledger in memory would have in its journal, and its explanation. */
final class Known {
    static final Instant THEN = Instant.parse("2024-04-01T00:00:00Z");

    private Known() {}

    static MemberView view(MemoryLedger ledger) {
        return new MemberView(
                ledger.history().member(),
                ledger.facts(),
                ledger.states().keySet().stream()
                        .collect(Collectors.toMap(account -> account, account -> posted(ledger, account))));
    }

    private static PostedAccount posted(MemoryLedger ledger, AccountId account) {
        List<KnownEvent> events = new ArrayList<>();
        for (NewRow row : AccountRows.after(0, new Unopened(account), ledger.events(account))) {
            StoredRow stored = new StoredRow(
                    1,
                    row.stream(),
                    row.version(),
                    row.type(),
                    row.valueDate(),
                    row.amount(),
                    row.balance(),
                    THEN,
                    row.payload(),
                    row.state(),
                    new byte[0]);
            events.add(new KnownEvent(stored, THEN));
        }
        return PostedAccount.of(account, events);
    }

    static AccountExplanation explained(MemoryLedger ledger, AccountId account, LocalDate asOf) {
        return explained(view(ledger), ledger, account, asOf);
    }

    static AccountExplanation explained(MemberView view, MemoryLedger ledger, AccountId account, LocalDate asOf) {
        PostedAccount posted = view.account(account).orElseThrow();
        Map<AccountId, AccountLife> lives = Replay.of(
                        view.member(), FactsInEffect.of(view.facts()), ledger.books(), ledger.right())
                .accounts();
        AccountLife life = lives.getOrDefault(account, AccountLife.none(new Unopened(account)));
        Parts parts = new Parts(
                posted, ledger.books().terms(), proposals(ledger.books().rates()));
        return new Explanation(life.events(), parts)
                .asOf(asOf, null, LumpSums.of(view, posted, asOf, ledger.books().terms()));
    }

    static Map<FiscalYear, RateProposal> proposals(Rates rates) {
        return rates.byYear().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> new RateProposal(
                                new UUID(0, each.getKey().year()),
                                each.getKey().year(),
                                each.getValue().toString(),
                                new RateEvidence("代議員会議事録", null),
                                "一",
                                THEN,
                                "二",
                                THEN)));
    }
}
