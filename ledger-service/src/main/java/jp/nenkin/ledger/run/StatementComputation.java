package jp.nenkin.ledger.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import jp.nenkin.events.EventType;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.MemberRange;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.statement.FactPages;
import jp.nenkin.ledger.statement.FactPages.MemberFacts;
import jp.nenkin.ledger.statement.Statements;

/** Puts a statement on the stream of every member who gets one. */
final class StatementComputation implements RunComputation {
    private static final byte[] NO_STATE = new byte[0];

    private final Statements statements;
    private final Function<MemberRange, FactPages> pages;
    private MemberRange members = MemberRange.ALL;
    private FactPages facts;

    StatementComputation(Statements statements, Function<MemberRange, FactPages> pages) {
        this.statements = statements;
        this.pages = pages;
        this.facts = pages.apply(members);
    }

    @Override
    public void begin(MemberRange range) {
        members = range;
        facts = pages.apply(range);
    }

    /** A member whose accounts all rest has no open stream, and may be due a statement all the same. */
    @Override
    public List<NewRow> compute(MemberNumber member, List<NewestRow> newest) {
        return upTo(member);
    }

    @Override
    public List<NewRow> rest() {
        return upTo(MemberNumber.LAST);
    }

    private List<NewRow> upTo(MemberNumber last) {
        List<NewRow> rows = new ArrayList<>();
        while (facts.hasNextUpTo(last)) {
            MemberFacts next = facts.next();
            statements.of(next.member(), next.facts()).map(this::row).ifPresent(rows::add);
        }
        return rows;
    }

    private NewRow row(StatementPrepared prepared) {
        MemberNumber member = MemberNumber.parse(prepared.memberNumber());
        return new NewRow(
                StreamId.statement(member, new FiscalYear(prepared.fiscalYear())),
                1,
                EventType.STATEMENT_PREPARED.writtenName(),
                prepared.asOf(),
                Yen.ZERO,
                Yen.ZERO,
                AccountEventCodec.bytes(prepared),
                NO_STATE,
                Standing.OPENS_AND_CLOSES);
    }
}
