package jp.nenkin.ledger.run;

import java.util.ArrayList;
import java.util.List;
import jp.nenkin.events.EventType;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.journal.StreamKind;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.statement.FactPages;
import jp.nenkin.ledger.statement.FactPages.MemberFacts;
import jp.nenkin.ledger.statement.Statements;

/** Puts a statement on the stream of every member who gets one. */
final class StatementComputation implements RunComputation {
    private static final byte[] NO_STATE = new byte[0];

    private final Statements statements;
    private final FactPages facts;

    StatementComputation(Statements statements, FactPages facts) {
        this.statements = statements;
        this.facts = facts;
    }

    /** A member whose accounts are all frozen has no open stream, and may be due a statement all the same. */
    @Override
    public List<NewRow> compute(MemberNumber member, List<NewestRow> newest) {
        int version = newest.stream()
                .filter(row -> row.stream().kind() == StreamKind.MEMBER)
                .mapToInt(NewestRow::version)
                .findAny()
                .orElse(0);
        List<NewRow> rows = new ArrayList<>();
        while (facts.hasNextUpTo(member)) {
            MemberFacts next = facts.next();
            add(next, next.member().equals(member) ? version : 0, rows);
        }
        return rows;
    }

    @Override
    public List<NewRow> rest() {
        List<NewRow> rows = new ArrayList<>();
        while (facts.hasNextUpTo(MemberNumber.LAST)) {
            add(facts.next(), 0, rows);
        }
        return rows;
    }

    private void add(MemberFacts facts, int version, List<NewRow> rows) {
        statements
                .of(facts.member(), facts.byAccount())
                .map(prepared -> row(facts.member(), version + 1, prepared))
                .ifPresent(rows::add);
    }

    private static NewRow row(MemberNumber member, int version, StatementPrepared prepared) {
        return new NewRow(
                StreamId.of(member),
                version,
                EventType.STATEMENT_PREPARED.writtenName(),
                prepared.asOf(),
                Yen.ZERO,
                Yen.ZERO,
                AccountEventCodec.bytes(prepared),
                NO_STATE,
                version == 1 ? Standing.OPENS : Standing.GOES_ON);
    }
}
