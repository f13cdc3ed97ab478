package jp.nenkin.ledger.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.nenkin.ledger.oracle.Picture.Account;
import jp.nenkin.ledger.oracle.Step.Filing;
import jp.nenkin.ledger.oracle.Step.InterestRun;
import jp.nenkin.ledger.oracle.TrueFacts.Deferral;
import jp.nenkin.ledger.oracle.TrueFacts.Loss;
import jp.nenkin.ledger.oracle.TrueFacts.Period;

/** What can happen in a life and on the way of its filings. */
enum Kind {
    TAKEN_OVER,
    LOSS_IN_MID_MONTH,
    LOSS_ON_1_APRIL,
    LOSS_ON_31_MARCH,
    LOST_AT_65,
    LOST_AT_65_ON_31_MARCH,
    ACQUIRED_AND_LOST_IN_ONE_MONTH,
    LOST_AND_BACK_IN_ONE_MONTH,
    BACK_FROM_PAYABLE,
    BACK_FROM_FROZEN,
    FROZEN,
    PAYABLE,
    DEFERRED,
    WAITING,
    RATE_PENDING,
    DEFERRAL_OPEN,
    DEFERRAL_UNTIL_A_DATE,
    DEFERRAL_ENDED_ON_REQUEST,
    DEFERRAL_BEFORE_THE_LOSS,
    DEFERRAL_CANCELLED,
    OLD_AGE_RIGHT_WHILE_WAITING,
    CAPPED,
    MOVED,
    PLAN_LACKING_AFTER_A_MOVE,
    PLAN_NEW_AFTER_A_MOVE,
    ASSET,
    ASSET_BEFORE_JOINING,
    ASSET_TAKEN_OVER,
    PAID,
    SHORTFALL_AFTER_PAYMENT,
    EXCESS_AFTER_PAYMENT,
    NEW_ACCOUNT_AFTER_PAYMENT,
    RATE_0,
    RATE_50,
    LOSS_CANCELLED,
    ENROLMENT_CORRECTED,
    LOSS_CORRECTED,
    BASE_CORRECTED,
    TRANSFER_CORRECTED,
    CORRECTED_TWICE,
    ENROLMENT_LATE,
    LOSS_LATE,
    BASE_LATE,
    TRANSFER_LATE,
    OVER_ONE_CLOSED_YEAR,
    OVER_TWO_CLOSED_YEARS;

    /** The kinds that a life is of. */
    static Set<Kind> of(SeededLife life) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        ofTruth(life.truth(), kinds);
        ofAbsences(life.truth(), kinds);
        ofSteps(life, kinds);
        ofPictures(life, kinds);
        return kinds;
    }

    private static void add(Set<Kind> kinds, Kind kind, boolean holds) {
        if (holds) {
            kinds.add(kind);
        }
    }

    private static void ofTruth(TrueFacts truth, Set<Kind> kinds) {
        add(kinds, TAKEN_OVER, truth.takeOver() != null);
        add(kinds, PAID, !truth.payments().isEmpty());
        add(kinds, ASSET, !truth.transfers().isEmpty());
        Period first = truth.periods().getFirst();
        for (TrueFacts.Transfer transfer : truth.transfers()) {
            add(kinds, ASSET_BEFORE_JOINING, transfer.receivedOn().isBefore(first.acquiredOn()));
            TrueFacts.TakeOver takeOver = truth.takeOver();
            add(
                    kinds,
                    ASSET_TAKEN_OVER,
                    takeOver != null && !transfer.receivedOn().isAfter(takeOver.creditedOn()));
        }
        for (Period period : truth.periods()) {
            ofPeriod(period, kinds);
        }
        for (int i = 1; i < truth.periods().size(); i++) {
            Loss before = truth.periods().get(i - 1).loss();
            YearMonth back = YearMonth.from(truth.periods().get(i).acquiredOn());
            add(
                    kinds,
                    LOST_AND_BACK_IN_ONE_MONTH,
                    before != null && YearMonth.from(before.on()).equals(back));
        }
    }

    private static void ofPeriod(Period period, Set<Kind> kinds) {
        period.moves().forEach(move -> {
            kinds.add(MOVED);
            add(
                    kinds,
                    PLAN_LACKING_AFTER_A_MOVE,
                    !move.to().offers().containsAll(period.at().offers()));
            add(
                    kinds,
                    PLAN_NEW_AFTER_A_MOVE,
                    !period.at().offers().containsAll(move.to().offers()));
        });
        Loss loss = period.loss();
        if (loss != null) {
            LocalDate on = loss.on();
            int day = on.getMonthValue() * 100 + on.getDayOfMonth();
            add(kinds, LOSS_IN_MID_MONTH, on.getDayOfMonth() > 1 && on.getDayOfMonth() < 28);
            add(kinds, LOSS_ON_1_APRIL, day == 401);
            add(kinds, LOSS_ON_31_MARCH, day == 331);
            add(kinds, LOST_AT_65, loss.cause() == Cause.AGE_65);
            add(kinds, LOST_AT_65_ON_31_MARCH, loss.cause() == Cause.AGE_65 && day == 331);
            add(kinds, ACQUIRED_AND_LOST_IN_ONE_MONTH, YearMonth.from(on).equals(YearMonth.from(period.acquiredOn())));
        }
    }

    private static void ofAbsences(TrueFacts truth, Set<Kind> kinds) {
        List<Life> lives = Life.of(truth, Terms.OF_THE_FUND);
        add(
                kinds,
                NEW_ACCOUNT_AFTER_PAYMENT,
                lives.stream().skip(1).anyMatch(life -> !life.memberships().isEmpty()));
        for (Life life : lives) {
            for (Absence absence : life.absences()) {
                boolean back = absence.backOn() != null;
                add(kinds, BACK_FROM_PAYABLE, back && absence.right());
                add(kinds, BACK_FROM_FROZEN, back && !absence.right());
                boolean earns = absence.right() && (back || absence.deferral() != null);
                add(kinds, CAPPED, earns && life.isCapped(absence.loss().on()));
                Deferral deferral = absence.deferral();
                add(kinds, DEFERRAL_OPEN, deferral != null && deferral.end() == null);
                add(
                        kinds,
                        DEFERRAL_BEFORE_THE_LOSS,
                        deferral != null
                                && deferral.recordedOn().isBefore(absence.loss().on()));
            }
        }
    }

    private static void ofSteps(SeededLife life, Set<Kind> kinds) {
        Map<Integer, Filing> byId = new HashMap<>();
        for (Step step : life.steps()) {
            switch (step) {
                case Filing filing -> {
                    byId.put(filing.filed().id(), filing);
                    ofFiling(filing, byId, kinds);
                    overClosedYears(life, filing, kinds);
                }
                case Step.ApproveRate rate -> {
                    add(kinds, RATE_0, rate.tenths() == 0);
                    add(kinds, RATE_50, rate.tenths() == 50);
                }
                case Step.CloseMonthRun run -> {}
                case InterestRun run -> {}
                case Step.DayComes day -> {}
            }
        }
    }

    private static void ofFiling(Filing filing, Map<Integer, Filing> byId, Set<Kind> kinds) {
        Integer replaces = filing.filed().replaces();
        Filing former = replaces == null ? null : byId.get(replaces);
        add(kinds, CORRECTED_TWICE, former != null && former.filed().replaces() != null);
        boolean late = replaces == null && isLate(filing);
        switch (filing) {
            case Step.Enrol it -> add(kinds, ENROLMENT_LATE, late);
            case Step.Lose it -> add(kinds, LOSS_LATE, late);
            case Step.ChangeBase it ->
                add(kinds, replaces == null ? BASE_LATE : BASE_CORRECTED, late || replaces != null);
            case Step.TransferIn it -> add(kinds, TRANSFER_LATE, late);
            case Step.CorrectEnrolment it -> kinds.add(ENROLMENT_CORRECTED);
            case Step.CorrectLoss it -> kinds.add(LOSS_CORRECTED);
            case Step.CorrectTransfer it -> kinds.add(TRANSFER_CORRECTED);
            case Step.CancelLoss it -> kinds.add(LOSS_CANCELLED);
            case Step.Defer it -> add(kinds, DEFERRAL_UNTIL_A_DATE, it.until() != null);
            case Step.EndDeferral it -> kinds.add(DEFERRAL_ENDED_ON_REQUEST);
            case Step.CancelDeferral it -> kinds.add(DEFERRAL_CANCELLED);
            case Step.TakeOver it -> {}
            case Step.Move it -> {}
            case Step.Pay it -> {}
        }
    }

    private static boolean isLate(Filing filing) {
        return !filing.day().isBefore(about(filing).plusDays(ImperfectOffice.LATE_DAYS));
    }

    /** The day of the fact that a filing is about. */
    private static LocalDate about(Filing filing) {
        return switch (filing) {
            case Step.Enrol it -> it.enrolment().acquiredOn();
            case Step.CorrectEnrolment it -> it.enrolment().acquiredOn();
            case Step.ChangeBase it -> it.effective().atDay(1);
            case Step.Move it -> it.move().on();
            case Step.Lose it -> it.lostOn();
            case Step.CorrectLoss it -> it.lostOn();
            case Step.TransferIn it -> it.transfer().receivedOn();
            case Step.CorrectTransfer it -> it.transfer().receivedOn();
            case Step.CancelLoss it -> it.day();
            case Step.TakeOver it -> it.day();
            case Step.Defer it -> it.day();
            case Step.CancelDeferral it -> it.day();
            case Step.EndDeferral it -> it.day();
            case Step.Pay it -> it.day();
        };
    }

    private static void overClosedYears(SeededLife life, Filing filing, Set<Kind> kinds) {
        int year = FiscalYears.of(about(filing));
        long closed = life.steps().stream()
                .filter(InterestRun.class::isInstance)
                .map(InterestRun.class::cast)
                .filter(run -> run.fiscalYear() >= year && !run.day().isAfter(filing.day()))
                .count();
        add(kinds, OVER_ONE_CLOSED_YEAR, closed == 1);
        add(kinds, OVER_TWO_CLOSED_YEARS, closed >= 2);
    }

    private static void ofPictures(SeededLife life, Set<Kind> kinds) {
        Picture paid = null;
        int payments = 0;
        for (int k = 0; k < life.steps().size(); k++) {
            Step step = life.steps().get(k);
            if (step instanceof Filing || step instanceof InterestRun || step instanceof Step.DayComes) {
                Picture picture = life.oracleAfter(k).picture();
                picture.accounts().stream().map(Account::standing).forEach(standing -> ofStanding(standing, kinds));
                if (step instanceof Step.Pay) {
                    payments++;
                    paid = picture;
                }
                if (paid != null) {
                    paid.shortfallIn(picture, payments - 1).values().forEach(yen -> {
                        add(kinds, SHORTFALL_AFTER_PAYMENT, yen > 0);
                        add(kinds, EXCESS_AFTER_PAYMENT, yen < 0);
                    });
                }
                add(kinds, OLD_AGE_RIGHT_WHILE_WAITING, step instanceof Step.DayComes && isAfterMerger(life, k));
            }
        }
    }

    private static boolean isAfterMerger(SeededLife life, int k) {
        LocalDate day = life.steps().get(k).day();
        return Life.of(life.factsKnownAfter(k), Terms.OF_THE_FUND).stream()
                .flatMap(each -> each.absenceOn(day).stream())
                .anyMatch(absence -> absence.loss().cause().makesWait()
                        && absence.creditedOnItsEnd().filter(day::equals).isPresent());
    }

    private static void ofStanding(Standing standing, Set<Kind> kinds) {
        switch (standing) {
            case FROZEN -> kinds.add(FROZEN);
            case PAYABLE -> kinds.add(PAYABLE);
            case DEFERRED -> kinds.add(DEFERRED);
            case WAITING -> kinds.add(WAITING);
            case RATE_PENDING -> kinds.add(RATE_PENDING);
            case ACTIVE, CLOSED -> {}
        }
    }
}
