package jp.nenkin.ledger.takeover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.account.AccountCommand.TakeOverBalance;
import jp.nenkin.ledger.account.AccountDecider;
import jp.nenkin.ledger.account.AccountRows;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.Decision;
import jp.nenkin.ledger.journal.Append;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.problem.LedgerProblem;
import jp.nenkin.ledger.run.FundBooks;

/** Takes over the balances of a former system, a batch at a time: all of them or none. */
@ApplicationScoped
class BalanceTakeOvers {
    private static final Duration UNTIL_MEMBERS_ARRIVE = Duration.ofSeconds(2);

    private final Journal journal;
    private final FundBooks fundBooks;
    private final Clock clock;

    BalanceTakeOvers(Journal journal, FundBooks fundBooks, Clock clock) {
        this.journal = journal;
        this.fundBooks = fundBooks;
        this.clock = clock;
    }

    /**
     * Takes over a batch.
     *
     * @throws Problem when an account refuses its balance, or its member has not arrived; nothing is stored then
     */
    void takeOver(List<BalanceTakeOver> balances) {
        Append append = journal.begin(
                balances.stream().map(balance -> balance.account().member()).toList(), clock.instant());
        Books books = fundBooks.current();
        Map<StreamId, NewestRow> newest =
                append
                        .newest(balances.stream()
                                .map(balance -> StreamId.of(balance.account()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(NewestRow::stream, Function.identity()));
        List<NewRow> rows = new ArrayList<>();
        for (BalanceTakeOver balance : balances) {
            NewestRow before = Optional.ofNullable(newest.get(StreamId.of(balance.account())))
                    .orElseThrow(() -> memberNotYetKnown(balance));
            rows.addAll(rows(balance, before, books));
        }
        append.write(rows);
    }

    private static List<NewRow> rows(BalanceTakeOver balance, NewestRow before, Books books) {
        TakeOverBalance command = new TakeOverBalance(balance.creditedOn(), balance.balance());
        return switch (AccountDecider.decide(AccountRows.state(before), command, books)) {
            case Decision.Accepted accepted ->
                AccountRows.after(Optional.of(before), balance.account(), accepted.events());
            case Decision.Refused refused ->
                throw Problem.of(LedgerProblem.BALANCE_REFUSED)
                        .with("account", balance.account().toString())
                        .with("reason", refused.detail());
        };
    }

    private static Problem memberNotYetKnown(BalanceTakeOver balance) {
        return Problem.of(LedgerProblem.MEMBER_NOT_YET_KNOWN)
                .with("memberNumber", balance.account().member().toString())
                .retryAfter(UNTIL_MEMBERS_ARRIVE);
    }
}
