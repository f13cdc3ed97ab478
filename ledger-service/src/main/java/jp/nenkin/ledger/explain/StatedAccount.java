package jp.nenkin.ledger.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.nenkin.events.StatementPrepared.AccountFigures;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.explain.Figures.Credit;
import jp.nenkin.ledger.explain.Figures.Movement;
import jp.nenkin.ledger.explain.Figures.StatementAccount;
import jp.nenkin.ledger.explain.Figures.StatementRow;
import jp.nenkin.ledger.explain.Figures.Wording;
import jp.nenkin.ledger.explain.PostedAccount.Posted;
import jp.nenkin.ledger.explain.Walk.Walked;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;

/**
 * What an account's rows ①–⑤ of a year are made of.
 *
 * <p>Source: domain rules, section 7. The rows follow from the facts received in time; where the ledger knew more, its
 * postings are another amount, and are named beside the rows.
 */
final class StatedAccount {
    private final AccountFigures stated;
    private final FiscalYear year;
    private final List<AccountEvent> life;
    private final Parts parts;

    /**
     * Of a statement.
     *
     * @param life the account as the facts in time make it
     */
    StatedAccount(AccountFigures stated, FiscalYear year, List<AccountEvent> life, Parts parts) {
        this.stated = stated;
        this.year = year;
        this.life = life;
        this.parts = parts;
    }

    /**
     * The rows with their parts.
     *
     * @throws DoesNotAddUp when a row is not the sum of its parts
     */
    StatementAccount explained() {
        Walked before = Walk.through(life, year.previous().lastDay());
        List<Movement> opening = Stream.concat(
                        Stream.of(parts.opening(before.opening())),
                        before.since().stream().map(parts::movement))
                .toList();
        List<Credit> credits = Walk.through(life, year.lastDay()).credits().stream()
                .filter(credit -> credit.event().fiscalYear().equals(year))
                .map(parts::of)
                .toList();
        List<Movement> credited = credited();
        List<Movement> interest = credits.stream().map(StatedAccount::movement).toList();
        List<StatementRow> rows = List.of(
                row("①", Wordings.OPENING, stated.opening(), opening),
                row("②", Wordings.CREDITED, stated.credited(), credited),
                row("③", Wordings.INTEREST, stated.interest(), interest),
                row("④", Wordings.CLOSING, stated.closing(), together(opening, credited, interest)),
                new StatementRow("⑤", Wordings.BASE_SALARY, stated.baseSalary(), baseSalary(credited)));
        return new StatementAccount(
                stated.plan(), stated.ordinal(), stated.standing(), rows, credits, otherwiseInTheLedger());
    }

    private StatementRow row(String row, Wording meaning, long amount, List<Movement> made) {
        long sum = made.stream().mapToLong(Movement::amount).sum();
        if (sum != amount) {
            throw new DoesNotAddUp(
                    parts.posted().account(),
                    "row %s of the statement of %s is %d and not %d".formatted(row, year, amount, sum));
        }
        return new StatementRow(row, meaning, amount, made);
    }

    private static List<Movement> together(List<Movement> opening, List<Movement> credited, List<Movement> interest) {
        return Stream.of(opening, credited, interest).flatMap(List::stream).toList();
    }

    /** The year's contributions and transfers. */
    private List<Movement> credited() {
        List<Movement> credited = new ArrayList<>();
        for (AccountEvent event : life) {
            if (FiscalYear.of(event.valueDate()).equals(year)) {
                amount(event).map(parts::movement).ifPresent(credited::add);
            }
        }
        return credited;
    }

    private static Optional<Walk.Amount> amount(AccountEvent event) {
        return Purpose.of(event)
                .filter(purpose -> purpose instanceof Purpose.Contribution || purpose instanceof Purpose.Transfer)
                .map(purpose ->
                        new Walk.Amount(purpose, purpose.subject().month(), event.valueDate(), event.amount(), event));
    }

    private static Movement movement(Credit credit) {
        return new Movement(
                new Purpose.Credit(credit.creditedOn()).subject(),
                credit.interest(),
                credit.creditedOn(),
                null,
                credit.events());
    }

    /** The contribution of the year's last month, which was computed with it. */
    private List<Movement> baseSalary(List<Movement> credited) {
        Long salary = stated.baseSalary();
        if (salary == null) {
            return List.of();
        }
        List<Movement> found = credited.stream()
                .filter(each -> each.subject() != null && each.subject().month().equals(year.lastMonth()))
                .filter(each ->
                        each.contribution() != null && each.contribution().baseSalary() == salary)
                .toList();
        if (found.isEmpty()) {
            throw new DoesNotAddUp(parts.posted().account(), "no contribution was computed with row ⑤ of " + year);
        }
        return found;
    }

    /** By how much the ledger's postings of the year and before differ from what the rows count. */
    private List<Movement> otherwiseInTheLedger() {
        Map<Purpose, Yen> counted = new LinkedHashMap<>();
        life.forEach(event -> known(event).ifPresent(purpose -> counted.merge(purpose, event.amount(), Yen::plus)));
        parts.posted().purposes().stream()
                .filter(purpose -> !(purpose instanceof Purpose.Benefit))
                .forEach(purpose -> counted.putIfAbsent(purpose, Yen.ZERO));
        List<Movement> found = new ArrayList<>();
        counted.forEach((purpose, yen) -> {
            List<Posted> events = parts.posted().of(purpose);
            Yen difference = PostedAccount.sum(events).minus(yen);
            if (!difference.isZero() && !on(purpose).isAfter(year.lastDay())) {
                found.add(new Movement(
                        purpose.subject(), difference.amount(), on(purpose), null, PostedAccount.answers(events)));
            }
        });
        return found;
    }

    private static Optional<Purpose> known(AccountEvent event) {
        return Purpose.of(event).filter(purpose -> !(purpose instanceof Purpose.Benefit));
    }

    private static LocalDate on(Purpose purpose) {
        return purpose.subject().on();
    }
}
