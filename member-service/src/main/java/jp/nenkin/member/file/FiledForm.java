package jp.nenkin.member.file;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.member.member.Sex;
import org.jspecify.annotations.Nullable;

/** What a row files, with its values read; whether it may be accepted is for the rules of filings. */
public sealed interface FiledForm {

    /**
     * 資格取得届, of our CSV or form 2200700.
     *
     * @param acquiredOn the day of joining the fund where the form has one, else the day of acquisition
     * @param firstBaseSalary in yen; of form 2200700 the fund's standard pay, else the grade of the remuneration
     * @param secondUnits units of the second plan
     * @param remuneration monthly in yen, where the form has it
     * @param sex where the form has it
     */
    record Enrolment(
            FiledPerson person,
            LocalDate acquiredOn,
            @Nullable Long firstBaseSalary,
            @Nullable Integer secondUnits,
            @Nullable Long remuneration,
            @Nullable JoiningReason reason,
            @Nullable Sex sex,
            @Nullable FiledAddress address)
            implements FiledForm {
        /** The same without a base salary of the first plan. */
        public Enrolment withoutFirst() {
            return new Enrolment(person, acquiredOn, null, secondUnits, remuneration, reason, sex, address);
        }
    }

    /**
     * 資格喪失届, of our CSV or form 2201700.
     *
     * @param lostOn the first day without membership
     * @param leftOn the day of retirement or death, where it was filed
     * @param address after leaving, where it was filed
     */
    record Loss(
            FiledPerson person,
            LocalDate lostOn,
            LossCause cause,
            @Nullable LocalDate leftOn,
            @Nullable FiledAddress address)
            implements FiledForm {}

    /**
     * 算定基礎届, form 2225700.
     *
     * @param appliesFrom the first month with the new figure
     * @param remuneration the adjusted average in yen, or the average where none was filed
     * @param baseSalary its grade in yen on the first of that month
     */
    record BaseCalculation(FiledPerson person, YearMonth appliesFrom, long remuneration, long baseSalary)
            implements FiledForm {}

    /** 月額変更届, form 2221700; its components mean what those of the base calculation do. */
    record MonthlyChange(FiledPerson person, YearMonth appliesFrom, long remuneration, long baseSalary)
            implements FiledForm {}

    /** 基準給与変更届, of our CSV; one of both figures at least. */
    record BaseSalaryChange(
            FiledPerson person,
            LocalDate effectiveFrom,
            @Nullable Long firstBaseSalary,
            @Nullable Integer secondUnits) implements FiledForm {}

    /**
     * 在籍者, of our CSV: somebody is employed. It files nothing by itself.
     *
     * @param acquiredOn of somebody new
     * @param firstBaseSalary in yen
     * @param remuneration monthly in yen, where the grade is to follow from it
     * @param secondUnits units of the second plan
     */
    record Employed(
            FiledPerson person,
            @Nullable LocalDate acquiredOn,
            @Nullable Long firstBaseSalary,
            @Nullable Long remuneration,
            @Nullable Integer secondUnits)
            implements FiledForm {}

    /** 氏名変更届, of our CSV. */
    record NameChange(FiledPerson person, FiledName newName, LocalDate changedOn) implements FiledForm {}

    /** 生年月日訂正届, of our CSV. */
    record BirthDateCorrection(FiledPerson person, LocalDate correctBirthDate) implements FiledForm {}

    /**
     * 住所変更届, of our CSV.
     *
     * @param postcode seven digits
     */
    record AddressChange(FiledPerson person, String postcode, String address, LocalDate changedOn)
            implements FiledForm {}

    /**
     * 移換, of our CSV.
     *
     * @param amount in yen, more than 0
     * @param creditedMonths months of membership that the asset carries
     */
    record TransferIn(
            FiledPerson person, Plan plan, long amount, LocalDate receivedOn, String source, int creditedMonths)
            implements FiledForm {}

    /**
     * 訂正, of our CSV: an earlier filing should have been another.
     *
     * @param filing the id that the earlier one was given
     * @param right what it should have been, whole
     */
    record Correction(UUID filing, FiledForm right) implements FiledForm {}

    /** 取消, of our CSV: an earlier filing should not have been made. */
    record Cancellation(UUID filing, @Nullable String reason) implements FiledForm {}
}
