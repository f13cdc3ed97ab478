package jp.nenkin.ledger.oracle;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.nenkin.ledger.oracle.Step.ApproveRate;
import jp.nenkin.ledger.oracle.Step.CancelLoss;
import jp.nenkin.ledger.oracle.Step.ChangeBase;
import jp.nenkin.ledger.oracle.Step.CloseMonthRun;
import jp.nenkin.ledger.oracle.Step.CorrectEnrolment;
import jp.nenkin.ledger.oracle.Step.CorrectLoss;
import jp.nenkin.ledger.oracle.Step.CorrectTransfer;
import jp.nenkin.ledger.oracle.Step.DayComes;
import jp.nenkin.ledger.oracle.Step.Defer;
import jp.nenkin.ledger.oracle.Step.EndDeferral;
import jp.nenkin.ledger.oracle.Step.Enrol;
import jp.nenkin.ledger.oracle.Step.Enrolment;
import jp.nenkin.ledger.oracle.Step.Filed;
import jp.nenkin.ledger.oracle.Step.Filing;
import jp.nenkin.ledger.oracle.Step.InterestRun;
import jp.nenkin.ledger.oracle.Step.Lose;
import jp.nenkin.ledger.oracle.Step.Pay;
import jp.nenkin.ledger.oracle.Step.TransferIn;
import jp.nenkin.ledger.oracle.TrueFacts.BaseChange;
import jp.nenkin.ledger.oracle.TrueFacts.Deferral;
import jp.nenkin.ledger.oracle.TrueFacts.Loss;
import jp.nenkin.ledger.oracle.TrueFacts.Move;
import jp.nenkin.ledger.oracle.TrueFacts.Period;
import jp.nenkin.ledger.oracle.TrueFacts.Transfer;
import org.jspecify.annotations.Nullable;

/** Tells true facts as an office learns of them: on time, late, wrong at first; between its own closings and runs. */
final class ImperfectOffice {
    /** From this many days after a fact its filing is late. */
    static final int LATE_DAYS = 60;

    private final Random random;
    private final TrueFacts truth;
    private final LocalDate begin;
    private final LocalDate end;
    private final List<Filing> filings = new ArrayList<>();
    private final List<Imperfection> imperfections = new ArrayList<>();
    private int lastId;

    /** A filing that came late or corrected another, and the day of the fact that it is about. */
    record Imperfection(LocalDate about, LocalDate day) {}

    /** A fact that can be told rightly or wrongly, at first and again. */
    private interface Tale {
        LocalDate about();

        Filing first(Filed filed, boolean right);

        Filing again(Filed filed, boolean right);
    }

    ImperfectOffice(Random random, TrueFacts truth, int firstYear, LocalDate end) {
        this.random = random;
        this.truth = truth;
        this.begin = LocalDate.of(firstYear, Month.APRIL, 1);
        this.end = end;
    }

    List<Imperfection> imperfections() {
        return imperfections;
    }

    /** All steps in the order of their days; on one day the office's own come first. */
    List<Step> steps() {
        LocalDate known = begin;
        for (Period period : truth.periods()) {
            known = membership(period, known);
        }
        for (Transfer transfer : truth.transfers()) {
            if (!transfer.receivedOn().isBefore(begin)) {
                tell(new ToldTransfer(transfer), enrolledBy(transfer.receivedOn()));
            }
        }
        truth.deferrals().forEach(this::deferral);
        truth.payments().forEach(payment -> filings.add(new Pay(onTime(payment.paidOn()), payment.paidOn())));
        List<Step> steps = new ArrayList<>(calendar());
        steps.addAll(filings);
        steps.sort(Comparator.comparing(Step::day));
        return steps;
    }

    /** The day its loss is told, or its enrolment. */
    private LocalDate membership(Period period, LocalDate known) {
        LocalDate enrolled = takesOver(period) ? takeOver(period) : tell(new ToldEnrolment(period), known.plusDays(1));
        for (BaseChange change : truth.baseChanges()) {
            if (period.covers(change.effective().atDay(1))) {
                tell(new ToldBase(change), enrolled);
            }
        }
        for (Move move : period.moves()) {
            LocalDate day = later(received(move.on(), happens(25)), enrolled);
            note(move.on(), day, false);
            filings.add(new Step.Move(filed(day, null), move));
        }
        if (happens(15)) {
            cancelledLoss(period, enrolled);
        }
        Loss loss = period.loss();
        if (loss == null) {
            return enrolled;
        }
        if (loss.cause() == Cause.AGE_65) {
            filings.add(new Lose(onTime(loss.on()), loss.on(), loss.cause()));
            return loss.on();
        }
        return tell(new ToldLoss(loss), enrolled.plusDays(1));
    }

    private boolean takesOver(Period period) {
        return truth.takeOver() != null && period.acquiredOn().isBefore(begin);
    }

    private LocalDate takeOver(Period period) {
        LocalDate day = begin.plusDays(random.nextInt(20));
        List<Transfer> assets = truth.transfers().stream()
                .filter(transfer -> transfer.receivedOn().isBefore(begin))
                .toList();
        TrueFacts.TakeOver takeOver = truth.takeOver();
        if (takeOver != null) {
            filings.add(new Step.TakeOver(filed(day, null), enrolment(period), assets, takeOver));
        }
        return day;
    }

    private static Enrolment enrolment(Period period) {
        return new Enrolment(period.acquiredOn(), period.at(), period.bases());
    }

    private void cancelledLoss(Period period, LocalDate enrolled) {
        LocalDate until = period.loss() == null ? end : period.loss().on();
        LocalDate from = later(enrolled, period.acquiredOn()).plusDays(5);
        long days = until.toEpochDay() - from.toEpochDay();
        if (days < 30) {
            return;
        }
        LocalDate wrong = from.plusDays(random.nextInt((int) days - 20));
        Filed first = filed(wrong.plusDays(3L + random.nextInt(15)), null);
        LocalDate cancelled = first.day().plusDays(20L + random.nextInt(400));
        filings.add(new Lose(first, wrong, Cause.RETIREMENT));
        filings.add(new CancelLoss(filed(cancelled, first.id())));
        note(wrong, cancelled, true);
    }

    /** The day by which the office knows the membership of a day; an asset before joining is known by itself. */
    private LocalDate enrolledBy(LocalDate day) {
        LocalDate known = day;
        for (Filing filing : filings) {
            if (filing instanceof Enrol enrol
                    && !enrol.enrolment().acquiredOn().isAfter(day.plusDays(90))
                    && truth.isMember(day)) {
                known = later(known, enrol.day());
            }
            if (filing instanceof Step.TakeOver takeOver) {
                known = later(known, takeOver.day());
            }
        }
        return known;
    }

    private void deferral(Deferral deferral) {
        LocalDate ended = deferral.end();
        boolean known = ended == null || happens(50);
        LocalDate entered = entered(deferral.recordedOn());
        if (happens(25)) {
            mistakenDeferral(entered);
        }
        filings.add(new Defer(new Filed(++lastId, deferral.recordedOn(), entered, null), known ? ended : null));
        if (ended != null && !known) {
            filings.add(new EndDeferral(onTime(ended.plusDays(random.nextInt(10))), ended));
        }
    }

    /** The application of somebody who is still a member is entered once the loss is on record. */
    private LocalDate entered(LocalDate receivedOn) {
        return truth.losses()
                .map(Loss::on)
                .filter(lostOn -> truth.isMember(receivedOn) && lostOn.isAfter(receivedOn))
                .min(Comparator.naturalOrder())
                .map(lostOn -> lostOn.plusDays(TrueLives.EARLY_ENTRY_DAYS))
                .orElse(receivedOn);
    }

    /** A deferral that nobody asked for, taken back some days later. */
    private void mistakenDeferral(LocalDate before) {
        Filed first = onTime(before.minusDays(6));
        filings.add(new Defer(first, happens(50) ? before.minusDays(4) : null));
        LocalDate cancelled = before.minusDays(3);
        filings.add(new Step.CancelDeferral(new Filed(++lastId, cancelled, cancelled, first.id())));
    }

    /** On time, late, wrong, or wrong twice; the day of the first version. */
    private LocalDate tell(Tale tale, LocalDate notBefore) {
        LocalDate about = tale.about();
        int chance = random.nextInt(100);
        boolean late = chance >= 45 && chance < 65;
        boolean wrong = chance >= 65;
        Filed first = filed(later(received(about.plusDays(wrong ? 20 : 0), late), notBefore), null);
        filings.add(tale.first(first, !wrong));
        note(about, first.day(), false);
        Filed former = first;
        for (boolean right = chance < 90; wrong; right = true) {
            former = filed(former.day().plusDays(delay()), former.id());
            filings.add(tale.again(former, right));
            note(about, former.day(), true);
            wrong = !right;
        }
        return first.day();
    }

    private LocalDate received(LocalDate about, boolean late) {
        return about.plusDays(late ? delay() : 3 + random.nextInt(22));
    }

    private int delay() {
        int chance = random.nextInt(100);
        if (chance < 45) {
            return LATE_DAYS + random.nextInt(140);
        }
        return chance < 80 ? 200 + random.nextInt(300) : 500 + random.nextInt(400);
    }

    private void note(LocalDate about, LocalDate day, boolean corrects) {
        if (corrects || !day.isBefore(about.plusDays(LATE_DAYS))) {
            imperfections.add(new Imperfection(about, day));
        }
    }

    private Filed onTime(LocalDate day) {
        return new Filed(++lastId, day, day, null);
    }

    /** What comes on paper is entered some days after it was received. */
    private Filed filed(LocalDate day, @Nullable Integer replaces) {
        return new Filed(++lastId, happens(70) ? day : day.minusDays(1L + random.nextInt(2)), day, replaces);
    }

    private List<Step> calendar() {
        LocalDate last =
                filings.stream().map(Filing::day).max(Comparator.naturalOrder()).orElse(end);
        YearMonth until = YearMonth.from(later(last, end)).plusMonths(2);
        List<Step> steps = new ArrayList<>();
        for (YearMonth month = YearMonth.from(begin); month.isBefore(until); month = month.plusMonths(1)) {
            if (month.getMonth() == Month.APRIL) {
                steps.add(rate(month.getYear()));
            }
            steps.add(new CloseMonthRun(month.plusMonths(1).atDay(5 + random.nextInt(15)), month));
            if (month.getMonth() == Month.MARCH) {
                LocalDate day = month.plusMonths(1).atDay(21).plusDays(random.nextInt(60));
                steps.add(new InterestRun(day, FiscalYears.of(month)));
            }
        }
        Life.of(truth, Terms.OF_THE_FUND).stream()
                .map(Life::absences)
                .flatMap(Collection::stream)
                .flatMap(absence -> absence.creditedOnItsEnd().stream())
                .filter(day -> day.isBefore(until.atDay(1)))
                .forEach(day -> steps.add(new DayComes(day)));
        return steps;
    }

    private ApproveRate rate(int year) {
        int wait = happens(80) ? random.nextInt(60) : 60 + random.nextInt(270);
        int tenths = switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> 50;
            default -> random.nextInt(51);
        };
        return new ApproveRate(LocalDate.of(year, Month.APRIL, 1).plusDays(wait), year, tenths);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Up to three weeks off, to either side. */
    private LocalDate wrongDay(LocalDate day) {
        return day.plusDays(happens(50) ? 1 + random.nextInt(20) : -1 - random.nextInt(40));
    }

    /** Another base salary than the true one and than the former wrong one. */
    private static long wrongBase(Plan plan, long base, boolean again) {
        return switch (plan) {
            case FIRST -> again ? 410_000 : 470_000;
            case SECOND -> (base / 1_000 + (again ? 1 : 2)) % 30 * 1_000 + 1_000;
        };
    }

    private final class ToldEnrolment implements Tale {
        private final Period period;

        private ToldEnrolment(Period period) {
            this.period = period;
        }

        @Override
        public LocalDate about() {
            return period.acquiredOn();
        }

        @Override
        public Filing first(Filed filed, boolean right) {
            return new Enrol(filed, right ? enrolment(period) : wrong(false));
        }

        @Override
        public Filing again(Filed filed, boolean right) {
            return new CorrectEnrolment(filed, right ? enrolment(period) : wrong(true));
        }

        private Enrolment wrong(boolean again) {
            if (happens(60)) {
                return new Enrolment(wrongDay(period.acquiredOn()), period.at(), period.bases());
            }
            Map<Plan, Long> bases = new HashMap<>(period.bases());
            bases.replaceAll((plan, base) -> wrongBase(plan, base, again));
            return new Enrolment(period.acquiredOn(), period.at(), bases);
        }
    }

    private final class ToldLoss implements Tale {
        private final Loss loss;

        private ToldLoss(Loss loss) {
            this.loss = loss;
        }

        @Override
        public LocalDate about() {
            return loss.on();
        }

        @Override
        public Filing first(Filed filed, boolean right) {
            return new Lose(filed, right ? loss.on() : wrongDay(loss.on()), loss.cause());
        }

        @Override
        public Filing again(Filed filed, boolean right) {
            return new CorrectLoss(filed, right ? loss.on() : wrongDay(loss.on()), loss.cause());
        }
    }

    private static final class ToldBase implements Tale {
        private final BaseChange change;

        private ToldBase(BaseChange change) {
            this.change = change;
        }

        @Override
        public LocalDate about() {
            return change.effective().atDay(1);
        }

        @Override
        public Filing first(Filed filed, boolean right) {
            return changed(filed, right, false);
        }

        @Override
        public Filing again(Filed filed, boolean right) {
            return changed(filed, right, true);
        }

        private Filing changed(Filed filed, boolean right, boolean again) {
            Plan plan = change.plan();
            long base = right ? change.base() : wrongBase(plan, change.base(), again);
            return new ChangeBase(filed, plan, change.effective(), base);
        }
    }

    private final class ToldTransfer implements Tale {
        private final Transfer transfer;

        private ToldTransfer(Transfer transfer) {
            this.transfer = transfer;
        }

        @Override
        public LocalDate about() {
            return transfer.receivedOn();
        }

        @Override
        public Filing first(Filed filed, boolean right) {
            return new TransferIn(filed, right ? transfer : wrong());
        }

        @Override
        public Filing again(Filed filed, boolean right) {
            return new CorrectTransfer(filed, right ? transfer : wrong());
        }

        private Transfer wrong() {
            return new Transfer(
                    transfer.plan(),
                    transfer.subAccount(),
                    transfer.amount() + 1 + random.nextInt(90_000),
                    transfer.receivedOn(),
                    transfer.creditedMonths());
        }
    }
}
