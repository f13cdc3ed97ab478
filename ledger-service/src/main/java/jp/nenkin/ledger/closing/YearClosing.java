package jp.nenkin.ledger.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.Plan;
import jp.nenkin.events.YearClosed.PlanTotal;
import jp.nenkin.events.YearClosed.SealRoot;
import org.jspecify.annotations.Nullable;

/**
 * The close of a fiscal year, as it is answered.
 *
 * @param seal the newest seal at the close, to be printed and kept
 * @param plans the second computation's control totals, once it is done; of a closed year as they were closed
 * @param differenceCount in how many places the second computation and the ledger differ
 * @param differences the first of them, by account
 */
public record YearClosing(
        UUID id,
        int fiscalYear,
        ClosingStatus status,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant computedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable SealRoot seal,
        List<PlanFigures> plans,
        long differenceCount,
        List<Difference> differences) {
    public YearClosing {
        plans = List.copyOf(plans);
        differences = List.copyOf(differences);
    }

    /**
     * A plan's control totals, in yen: closing = opening + corrections + credited + interest − paid.
     *
     * @param accounts the accounts opened by the end of the year, transferred assets by themselves; empty, frozen and
     *     closed ones too
     * @param opening the closing of the year closed before, as it was closed; without one, what the accounts held
     * @param corrections what was recorded since for that year and those before
     * @param credited contributions, balances taken over and assets with value dates in the year
     * @param interest the year's interest
     * @param paid lump sums of the year, less what corrections have put back for them
     */
    public record PlanFigures(
            Plan plan,
            long accounts,
            long opening,
            long corrections,
            long credited,
            long interest,
            long paid,
            long closing) {

        PlanTotal told() {
            return new PlanTotal(plan, accounts, credited, interest, closing);
        }
    }

    /** What the second computation and the ledger differ in. */
    public enum Compared {
        /** The balance at the end of the year. */
        CLOSING,
        /** A credit that is due and was not made; the ledger has none. */
        CREDIT,
        /** A1 × C1 + Σ A2 × C2 of a credit, in yen times months. */
        YEN_MONTHS,
        /** Amounts of an account that nothing has opened. */
        NOT_OPENED
    }

    /**
     * A difference of one account.
     *
     * @param fiscalYear the year to close, or one closed before for which something was recorded since
     * @param creditedOn the crediting date it is about
     */
    public record Difference(
            String account,
            int fiscalYear,
            Compared what,
            @Nullable LocalDate creditedOn,
            @Nullable Long ledger,
            @Nullable Long second) {}

    /** A closing without its figures; the requester by realm and subject. */
    record Head(
            UUID id,
            int fiscalYear,
            ClosingStatus status,
            String requester,
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant computedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable SealRoot seal) {

        YearClosing with(List<PlanFigures> plans, long differenceCount, List<Difference> differences) {
            return new YearClosing(
                    id,
                    fiscalYear,
                    status,
                    requestedBy,
                    requestedAt,
                    computedAt,
                    approvedBy,
                    approvedAt,
                    seal,
                    plans,
                    differenceCount,
                    differences);
        }
    }
}
