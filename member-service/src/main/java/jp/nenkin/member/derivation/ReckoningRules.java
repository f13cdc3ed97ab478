package jp.nenkin.member.derivation;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jp.nenkin.kit.ProblemCode;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;
import jp.nenkin.member.upload.RowType;

/**
 * Which of one person's reckonings the base salary of a day follows from.
 *
 * @param effectiveFrom 1 April or 1 October
 */
record ReckoningRules(PlanData plan, LocalDate effectiveFrom) {
    private static final int MONTHS_BACK = 5;
    /** Of one month, a change takes the place of the calculation. */
    private static final Comparator<Reckoning> LATEST = Comparator.comparing(Reckoning::appliesFrom)
            .thenComparing(reckoning -> reckoning.type() == RowType.MONTHLY_CHANGE)
            .thenComparingLong(reckoning -> reckoning.row().receiptNumber())
            .thenComparingLong(reckoning -> reckoning.row().line());

    /** What is derived of one person. */
    sealed interface Choice {
        /** The reckoning that it comes from, or that speaks against it. */
        Reckoning reckoning();
    }

    /** The base salary in yen. */
    record Base(Reckoning reckoning, long yen) implements Choice {}

    /** No base salary, and why. */
    record NoBase(Reckoning reckoning, Refusal why) implements Choice {}

    /**
     * The latest that applies from a month of the half year up to the day. Its grade is that of the day itself: the
     * pension service revises by itself whom a new grade covers. Source: domain rules, section 2.
     *
     * @param reckonings of one person, one at least
     */
    Choice choose(List<Reckoning> reckonings) {
        List<Reckoning> ofHalfYear = reckonings.stream().filter(this::falls).toList();
        if (ofHalfYear.isEmpty()) {
            Reckoning latest = reckonings.stream().max(LATEST).orElseThrow();
            return new NoBase(
                    latest,
                    new Refusal(
                            DerivationProblem.APPLIES_FROM_OTHER_MONTH,
                            Map.of("appliesFrom", latest.appliesFrom(), "effectiveFrom", effectiveFrom)));
        }
        List<Reckoning> insured = without(ofHalfYear, Reckoning::isForOverSeventyAlone);
        if (insured.isEmpty()) {
            return none(ofHalfYear, DerivationProblem.OVER_SEVENTY_ALONE);
        }
        List<Reckoning> ofPension = without(insured, Reckoning::isForHealthInsuranceAlone);
        return ofPension.isEmpty() ? none(insured, DerivationProblem.HEALTH_INSURANCE_ALONE) : latest(ofPension);
    }

    private static List<Reckoning> without(List<Reckoning> reckonings, Predicate<Reckoning> those) {
        return reckonings.stream().filter(Predicate.not(those)).toList();
    }

    private static NoBase none(List<Reckoning> reckonings, ProblemCode why) {
        return new NoBase(reckonings.stream().max(LATEST).orElseThrow(), new Refusal(why, Map.of()));
    }

    /** Of two files the later one corrects the earlier; two rows of one file that differ leave it open. */
    private Choice latest(List<Reckoning> reckonings) {
        Reckoning latest = reckonings.stream().max(LATEST).orElseThrow();
        long yen = yen(latest);
        return reckonings.stream()
                .filter(other -> competes(other, latest) && yen(other) != yen)
                .findFirst()
                .<Choice>map(other -> new NoBase(
                        latest,
                        new Refusal(
                                DerivationProblem.SEVERAL_ROWS,
                                Map.of(
                                        "line", other.row().line(),
                                        "otherLine", latest.row().line()))))
                .orElseGet(() -> new Base(latest, yen));
    }

    private long yen(Reckoning reckoning) {
        return plan.gradesOn(effectiveFrom).ofRemuneration(reckoning.remuneration());
    }

    private static boolean competes(Reckoning other, Reckoning latest) {
        return other.type() == latest.type()
                && other.appliesFrom().equals(latest.appliesFrom())
                && other.row().file().equals(latest.row().file());
    }

    /** A calculation counts from September for October; a change in the half year that ends with the day's month. */
    private boolean falls(Reckoning reckoning) {
        YearMonth month = YearMonth.from(effectiveFrom);
        YearMonth applies = reckoning.appliesFrom();
        return switch (reckoning.type()) {
            case BASE_CALCULATION ->
                effectiveFrom.getMonth() == Month.OCTOBER
                        && applies.equals(month.withMonth(Month.SEPTEMBER.getValue()));
            case MONTHLY_CHANGE -> !applies.isBefore(month.minusMonths(MONTHS_BACK)) && !applies.isAfter(month);
            case ENROLMENT,
                    LOSS,
                    BASE_SALARY_CHANGE,
                    EMPLOYED,
                    NAME_CHANGE,
                    BIRTH_DATE_CORRECTION,
                    ADDRESS_CHANGE,
                    TRANSFER_IN,
                    CORRECTION,
                    CANCELLATION -> false;
        };
    }
}
