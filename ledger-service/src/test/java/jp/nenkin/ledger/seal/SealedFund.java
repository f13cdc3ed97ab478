package jp.nenkin.ledger.seal;

import static jp.nenkin.ledger.journal.Rows.NOW;
import static jp.nenkin.ledger.journal.Rows.account;
import static jp.nenkin.ledger.journal.Rows.after;
import static jp.nenkin.ledger.journal.Rows.opening;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.RunKind;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.LedgerDatabase;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.run.Requested;
import jp.nenkin.ledger.run.Run;
import jp.nenkin.ledger.run.RunRequest;
import jp.nenkin.ledger.run.RunWorker;
import jp.nenkin.ledger.run.Runs;
import jp.nenkin.ledger.run.TestRules;

/** A few accounts, in two blocks of member numbers, through runs and days. */
final class SealedFund {
    static final StreamId FIRST = account(1);
    static final StreamId SECOND = account(2);
    static final StreamId FROZEN = account(3);
    static final StreamId FAR = account(20_001);

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final LedgerDatabase database;
    private final Journal journal;
    private Clock clock = Clock.fixed(NOW, TOKYO);

    SealedFund(LedgerDatabase database) {
        this.database = database;
        this.journal = Journal.on(database);
    }

    /** Two days and two runs, with an account that is frozen and comes back; all of it sealed but the last day. */
    SealedFund live() {
        append(FIRST, opening(FIRST, 100));
        append(SECOND, opening(SECOND, 200));
        append(FROZEN, opening(FROZEN, 300));
        append(FAR, opening(FAR, 400));
        nextDay();
        seal();
        append(FIRST, after(newest(FIRST), 1));
        append(FROZEN, after(newest(FROZEN), 0, Standing.CLOSES));
        run("2024-04");
        seal();
        append(FIRST, after(newest(FIRST), 1));
        append(FROZEN, after(newest(FROZEN), 5, Standing.REOPENS));
        nextDay();
        seal();
        run("2024-05");
        seal();
        append(SECOND, after(newest(SECOND), 1));
        return this;
    }

    /** Every second member gets an event, the others are carried. */
    Run run(String period) {
        RunRequest request =
                new RunRequest(UUID.randomUUID(), RunKind.CONTRIBUTION, period, null, "an officer", clock.instant());
        Requested _ = Runs.on(database).request(request);
        TestRules rules = TestRules.of((member, newest) -> member.value() % 2 == 1
                ? newest.stream().map(row -> after(row, 10)).toList()
                : List.of());
        return new RunWorker(database, rules, clock, 2).work().orElseThrow();
    }

    void append(StreamId stream, NewRow row) {
        boolean _ = database.asSystem(() -> {
            journal.begin(List.of(new MemberNumber(stream.memberValue())), clock)
                    .write(List.of(row));
            return true;
        });
    }

    NewestRow newest(StreamId stream) {
        return database.asSystem(() -> journal.newest(stream)).orElseThrow();
    }

    void nextDay() {
        clock = Clock.offset(clock, Duration.ofDays(1));
    }

    int seal() {
        return new Seals(database, clock).sealDue();
    }

    List<Seal> seals() {
        return database.asSystem(() -> new SealTable(new Database(database)).all());
    }
}
