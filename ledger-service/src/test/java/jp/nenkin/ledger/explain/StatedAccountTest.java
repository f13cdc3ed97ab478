package jp.nenkin.ledger.explain;

import static jp.nenkin.ledger.membership.Facts.FIRST;
import static jp.nenkin.ledger.membership.Facts.MEMBER;
import static jp.nenkin.ledger.membership.Facts.balance;
import static jp.nenkin.ledger.membership.Facts.base;
import static jp.nenkin.ledger.membership.Facts.takenOver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.nenkin.events.EventType;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.StatementPrepared.CutOff;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.explain.Figures.Movement;
import jp.nenkin.ledger.explain.Figures.StatementAccount;
import jp.nenkin.ledger.explain.Figures.StatementExplanation;
import jp.nenkin.ledger.explain.Figures.StatementRow;
import jp.nenkin.ledger.journal.KnownJournal.KnownEvent;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.membership.MemoryLedger;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.statement.CutOffs;
import jp.nenkin.ledger.statement.Statements;
import org.junit.jupiter.api.Test;

/** A statement's rows, explained from the facts that its cut-offs let in. */
class StatedAccountTest {
    private static final FiscalYear YEAR = new FiscalYear(2024);

    private static MemoryLedger exampleX() {
        return new MemoryLedger(MEMBER, PlanData.read())
                .rate(2024, "3.7")
                .rate(2025, "4.4")
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(takenOver("2015-04-01", 300_000))
                .when(balance(FIRST, "2024-03-31", 100_000))
                .runMonths("2024-04", "2025-05")
                .run(YEAR);
    }

    /** With the day by which base salaries had to be received. */
    private static StatementPrepared prepared(MemoryLedger ledger, String lastDay) {
        CutOff cutOff = new CutOff(FilingType.BASE_SALARY_CHANGE, FilingChannel.DATA, LocalDate.parse(lastDay));
        return new Statements(YEAR, new CutOffs(List.of(cutOff)), ledger.books(), member -> ledger.right())
                .of(MEMBER, ledger.facts())
                .orElseThrow();
    }

    private static StatementExplanation explained(MemoryLedger ledger, StatementPrepared prepared) {
        StoredRow row = new StoredRow(
                1,
                StreamId.statement(MEMBER, YEAR),
                1,
                EventType.STATEMENT_PREPARED.writtenName(),
                YEAR.lastDay(),
                Yen.ZERO,
                Yen.ZERO,
                Known.THEN,
                AccountEventCodec.bytes(prepared),
                new byte[0],
                new byte[0]);
        return new Stated(
                        new KnownEvent(row, Known.THEN),
                        Known.view(ledger),
                        Known.proposals(ledger.books().rates()))
                .explained(ledger.books(), ledger.right());
    }

    @Test
    void every_row_is_the_sum_of_what_it_is_made_of() {
        MemoryLedger x = exampleX();

        StatementAccount account =
                explained(x, prepared(x, "2025-04-21")).accounts().getFirst();

        assertThat(account.rows())
                .extracting(StatementRow::amount)
                .containsExactly(100_000L, 39_600L, 4_494L, 144_094L, 300_000L);
        assertThat(account.rows().subList(0, 4)).allSatisfy(row -> {
            assertThat(row.made().stream().mapToLong(Movement::amount).sum()).isEqualTo(row.amount());
            assertThat(row.made()).allSatisfy(part -> assertThat(part.events()).isNotEmpty());
        });
        assertThat(account.rows().get(1).made()).hasSize(12);
        assertThat(account.rows().getLast().made())
                .singleElement()
                .satisfies(march -> assertThat(march.contribution())
                        .satisfies(basis -> assertThat(basis.baseSalary()).isEqualTo(300_000)));
        assertThat(account.credits()).hasSize(1);
        assertThat(account.otherwiseInTheLedger()).isEmpty();
    }

    @Test
    void what_came_too_late_for_the_rows_is_named_beside_them() {
        MemoryLedger x = exampleX().when(base("2024-10-01", 320_000));

        StatementExplanation explained = explained(x, prepared(x, "2025-04-21"));

        StatementAccount account = explained.accounts().getFirst();
        assertThat(account.rows().get(3).amount()).isEqualTo(144_094);
        assertThat(account.otherwiseInTheLedger().stream()
                        .mapToLong(Movement::amount)
                        .sum())
                .isEqualTo(1_334);
        assertThat(explained.filingsLeftOut()).hasSize(1);
    }

    @Test
    void a_row_that_the_facts_do_not_make_is_not_explained() {
        MemoryLedger x = exampleX();
        StatementPrepared prepared = prepared(x, "2025-04-21");

        assertThatThrownBy(() -> explained(
                        exampleX().when(base("2025-04-01", 320_000)),
                        new StatementPrepared(
                                prepared.memberNumber(),
                                2024,
                                prepared.asOf(),
                                prepared.accounts().stream()
                                        .map(each -> new StatementPrepared.AccountFigures(
                                                each.plan(),
                                                each.ordinal(),
                                                each.opening(),
                                                each.credited(),
                                                each.interest() + 1,
                                                each.closing() + 1,
                                                each.baseSalary(),
                                                each.standing()))
                                        .toList(),
                                prepared.rates(),
                                prepared.cutOffs(),
                                List.of())))
                .isInstanceOf(DoesNotAddUp.class);
    }
}
