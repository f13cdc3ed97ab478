package jp.nenkin.ledger.publish;

import static jp.nenkin.ledger.journal.Rows.CLOCK;
import static jp.nenkin.ledger.journal.Rows.account;
import static jp.nenkin.ledger.journal.Rows.after;
import static jp.nenkin.ledger.journal.Rows.opening;

import java.util.List;
import java.util.stream.LongStream;
import jp.nenkin.ledger.journal.Append;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.LedgerDatabase;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.journal.StreamKind;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.run.TestRules;

/** The accounts that instances run and callers add to; what a run makes of one does not depend on what was added. */
final class KilledFund {
    /** Streams in a chunk, of which there are eight. */
    static final long CHUNK = 500;

    private static final long MEMBERS = 4_000;
    private static final long ADDED_TO = 3_000;
    // What is added is more than any run adds.
    private static final long LEAST_ADDED = 1_000;

    private KilledFund() {}

    /** Every account, with one row. */
    static void open(LedgerDatabase database) {
        List<MemberNumber> members =
                LongStream.rangeClosed(1, MEMBERS).mapToObj(MemberNumber::new).toList();
        int _ = database.asSystem(() -> {
            Append append = Journal.on(database).begin(members, CLOCK);
            append.write(members.stream()
                    .map(member -> opening(account(member.value()), 100))
                    .toList());
            return members.size();
        });
    }

    /** Events for most; some are carried, some streams end in a run, and some begin and end in one. */
    static TestRules rules(Runnable atEachMember) {
        return TestRules.of((member, newest) -> {
            atEachMember.run();
            return rows(
                    member.value(),
                    newest.stream()
                            .filter(row -> row.stream().kind() == StreamKind.ACCOUNT)
                            .toList());
        });
    }

    private static List<NewRow> rows(long member, List<NewestRow> accounts) {
        if (accounts.isEmpty() || member % 10 == 0) {
            return List.of();
        }
        NewestRow newest = accounts.getFirst();
        long amount = 1 + member % 97;
        if (member > ADDED_TO && member % 50 == 1 && newest.version() == 1) {
            return List.of(only(StreamId.of(new MemberNumber(member))), after(newest, amount));
        }
        if (member > ADDED_TO && member % 50 == 2 && newest.version() == 3) {
            return List.of(after(newest, amount, Standing.CLOSES));
        }
        return List.of(after(newest, amount));
    }

    private static NewRow only(StreamId stream) {
        NewRow row = opening(stream, 0);
        return new NewRow(
                stream,
                1,
                row.type(),
                row.valueDate(),
                row.amount(),
                row.balance(),
                row.payload(),
                row.state(),
                Standing.OPENS_AND_CLOSES);
    }

    /** One of a caller's commands: to whom it adds how much. */
    record Command(int caller, int number) {
        MemberNumber member() {
            return new MemberNumber(1 + (number * 7_919L + caller * 104_729L) % ADDED_TO);
        }

        long amount() {
            return LEAST_ADDED + number;
        }

        String key() {
            return caller + "-" + number;
        }
    }

    /** Which rows of the journal callers have added. */
    static String added() {
        return "amount > " + LEAST_ADDED;
    }
}
