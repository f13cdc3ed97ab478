package jp.nenkin.ledger.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.events.Filing;
import jp.nenkin.events.Plan;
import jp.nenkin.events.RateEvidence;
import jp.nenkin.ledger.interest.MonthCount;
import jp.nenkin.ledger.interest.Rounding;
import org.jspecify.annotations.Nullable;

/** What figures are made of, as it is answered: yen are whole numbers, what is not whole is a fraction. */
public final class Figures {
    private Figures() {}

    /** A wording in both languages. */
    public record Wording(String ja, String en) {}

    /** What an amount is for; a balance is for nothing by itself, an interval begins with it. */
    public enum SubjectKind {
        BALANCE,
        CONTRIBUTION,
        INTEREST,
        TRANSFER,
        TAKE_OVER,
        BENEFIT
    }

    /**
     * What a posting and its adjustments are for, or which balance it is.
     *
     * @param month the value month
     * @param on the crediting date, the day of receipt or payment; of a contribution the first of its month, of a
     *     balance the crediting date right after which it was that
     */
    public record Subject(
            SubjectKind kind,
            YearMonth month,
            LocalDate on,
            @Nullable String establishmentNumber) {}

    /**
     * An event of the ledger.
     *
     * @param eventId what it is known by everywhere
     * @param amount by how much the balance changed, in yen
     * @param knownFrom its recording, or the close of the run that wrote it
     * @param filing the filing behind it; absent where there is none
     */
    public record PostedEvent(
            String eventId,
            String type,
            LocalDate valueDate,
            long amount,
            Instant knownFrom,
            @Nullable Filing filing) {}

    /** At which rate a month earns. */
    public enum MonthRate {
        DECLARED,
        CAPPED,
        NOT_COUNTED
    }

    /**
     * Months that follow each other and earn at one rate.
     *
     * @param rate percent a year; absent for months that are not counted
     */
    public record Months(
            YearMonth first,
            YearMonth last,
            int months,
            MonthRate at,
            @Nullable String rate) {}

    /** An exact figure in yen, not rounded. */
    public record Fraction(long numerator, long denominator) {}

    /**
     * Contribution = base salary × numerator ÷ denominator.
     *
     * @param baseSalary the snapshot that holds in the month, in yen
     * @param filing the filing that reported it
     */
    public record ContributionBasis(
            long baseSalary, long numerator, long denominator, String establishmentNumber, Filing filing) {}

    /** What a part of an interest is. */
    public enum PartKind {
        OPENING,
        CONTRIBUTION,
        TRANSFER
    }

    /**
     * An amount that earns at a crediting date: A1 or one A2.
     *
     * @param amount yen, with all adjustments
     * @param months C1 or C2: the months that count
     * @param first the first month of those up to the crediting date, counted or not
     * @param postingDay of an A2; of A1 the crediting date whose closing it is, absent where there was none
     * @param exact its part of the interest before rounding
     * @param events the postings it is the sum of; of A1 those of the crediting whose closing it is
     */
    public record Part(
            PartKind kind,
            long amount,
            int months,
            YearMonth first,
            YearMonth last,
            List<Months> earning,
            @Nullable LocalDate postingDay,
            Fraction exact,
            @Nullable ContributionBasis contribution,
            List<PostedEvent> events) {
        public Part {
            earning = List.copyOf(earning);
            events = List.copyOf(events);
        }
    }

    /**
     * A fiscal year's rate (B) and where it comes from.
     *
     * @param rate percent a year
     */
    public record Rate(
            int fiscalYear,
            String rate,
            @Nullable UUID proposalId,
            @Nullable RateEvidence evidence,
            @Nullable String proposedBy,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {}

    /**
     * The interest of a crediting date.
     *
     * @param cappedRate the rate of months outside membership, percent a year; absent where no month has it
     * @param exact the sum of the parts, which is rounded once
     * @param interest yen, after rounding
     * @param events the first credit and every adjustment of it, whose sum it is
     * @param closing the balance right after it
     * @param worked the formula with these figures
     */
    public record Credit(
            LocalDate creditedOn,
            Rate rate,
            @Nullable String cappedRate,
            MonthCount monthCount,
            List<Part> parts,
            Fraction exact,
            Rounding rounding,
            long interest,
            List<PostedEvent> events,
            long closing,
            String worked,
            List<Wording> notes) {
        public Credit {
            parts = List.copyOf(parts);
            events = List.copyOf(events);
            notes = List.copyOf(notes);
        }
    }

    /**
     * An amount and the events it is the sum of.
     *
     * @param subject absent for the nothing that an account begins with
     * @param amount yen, with all adjustments
     */
    public record Movement(
            @Nullable Subject subject,
            long amount,
            @Nullable LocalDate valueDate,
            @Nullable ContributionBasis contribution,
            List<PostedEvent> events) {
        public Movement {
            events = List.copyOf(events);
        }
    }

    /** What an account brings into a lump sum; the event is its payment, or its newest one before. */
    public record LumpSumPart(int ordinal, long balance, String eventId) {}

    /**
     * A plan's lump sum: the sum of its accounts less what is covered, rounded up once to the unit.
     *
     * @param covered yen that earlier payments for the plan came to beyond its balances, by rounding up or in excess
     * @param paidOn absent while it is not paid
     */
    public record LumpSumFigures(
            Plan plan,
            List<LumpSumPart> accounts,
            long planBalance,
            long covered,
            long unit,
            long lumpSum,
            @Nullable UUID paymentId,
            @Nullable LocalDate paidOn) {
        public LumpSumFigures {
            accounts = List.copyOf(accounts);
        }

        LumpSumFigures paid(UUID payment, LocalDate day) {
            return new LumpSumFigures(plan, accounts, planBalance, covered, unit, lumpSum, payment, day);
        }
    }

    /**
     * A balance and all that it is made of: the closing of the last crediting, what came since, what was paid, and what
     * is posted on another day than it counts from; the sum of the four is the balance.
     *
     * @param knownAt absent for all that was known when it was asked for
     * @param takenBack what was posted and taken back altogether
     */
    public record AccountExplanation(
            String memberNumber,
            Plan plan,
            int ordinal,
            LocalDate asOf,
            @Nullable Instant knownAt,
            long balance,
            Wording formula,
            List<Credit> credits,
            Movement closing,
            List<Movement> since,
            List<Movement> benefits,
            List<Movement> otherwiseDated,
            List<Movement> takenBack,
            List<LumpSumFigures> lumpSums) {
        public AccountExplanation {
            credits = List.copyOf(credits);
            since = List.copyOf(since);
            benefits = List.copyOf(benefits);
            otherwiseDated = List.copyOf(otherwiseDated);
            takenBack = List.copyOf(takenBack);
            lumpSums = List.copyOf(lumpSums);
        }
    }

    /**
     * A row of a statement.
     *
     * @param row ① to ⑤
     * @param amount yen
     * @param made what it is the sum of; of ③ the credits say it
     */
    public record StatementRow(
            String row, Wording meaning, @Nullable Long amount, List<Movement> made) {
        public StatementRow {
            made = List.copyOf(made);
        }
    }

    /** An account's part of a statement, with the credits of row ③. */
    public record StatementAccount(
            Plan plan,
            int ordinal,
            @Nullable AccountStanding standing,
            List<StatementRow> rows,
            List<Credit> credits,
            List<Movement> otherwiseInTheLedger) {
        public StatementAccount {
            rows = List.copyOf(rows);
            credits = List.copyOf(credits);
            otherwiseInTheLedger = List.copyOf(otherwiseInTheLedger);
        }
    }

    /**
     * A statement and what its rows are made of.
     *
     * @param eventId the statement's own event
     * @param filingsLeftOut filings that came after the cut-off, by which the ledger may have it otherwise
     */
    public record StatementExplanation(
            String memberNumber,
            int fiscalYear,
            String eventId,
            Instant knownFrom,
            Wording formula,
            List<StatementAccount> accounts,
            List<UUID> filingsLeftOut) {
        public StatementExplanation {
            accounts = List.copyOf(accounts);
            filingsLeftOut = List.copyOf(filingsLeftOut);
        }
    }

    /**
     * An event that one view knows and the earlier one does not.
     *
     * @param compensates the event that was first posted for the same; absent where it is this one
     */
    public record Difference(
            PostedEvent event,
            @Nullable Subject subject,
            @Nullable String compensates) {}

    /**
     * Two views of an account's balance as of a day; the sum of the events' amounts is the difference.
     *
     * @param to absent for all that was known when it was asked for
     */
    public record Differences(
            String memberNumber,
            Plan plan,
            int ordinal,
            LocalDate asOf,
            Instant from,
            @Nullable Instant to,
            long balanceFrom,
            long balanceTo,
            long difference,
            List<Difference> events) {
        public Differences {
            events = List.copyOf(events);
        }
    }
}
