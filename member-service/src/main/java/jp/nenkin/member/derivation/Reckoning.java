package jp.nenkin.member.derivation;

import java.time.YearMonth;
import java.util.Optional;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.file.FiledPerson;
import jp.nenkin.member.upload.KeptRows.KeptRow;
import jp.nenkin.member.upload.RowType;

/**
 * A base calculation (算定基礎届) or a monthly change (月額変更届) as it was filed.
 *
 * @param appliesFrom the first month with the new figure
 * @param remuneration monthly in yen: item 39, or 38 where that is empty
 */
record Reckoning(KeptRow row, RowType type, FiledPerson person, YearMonth appliesFrom, long remuneration) {
    private static final int AVERAGE = 38;
    private static final int ADJUSTED_AVERAGE = 39;

    /** The reckoning that a row is; empty of any other row. */
    static Optional<Reckoning> of(KeptRow row) {
        return switch (row.form()) {
            case FiledForm.BaseCalculation form ->
                Optional.of(new Reckoning(
                        row, RowType.BASE_CALCULATION, form.person(), form.appliesFrom(), form.remuneration()));
            case FiledForm.MonthlyChange form ->
                Optional.of(new Reckoning(
                        row, RowType.MONTHLY_CHANGE, form.person(), form.appliesFrom(), form.remuneration()));
            case FiledForm.Enrolment _,
                    FiledForm.Loss _,
                    FiledForm.BaseSalaryChange _,
                    FiledForm.Employed _,
                    FiledForm.NameChange _,
                    FiledForm.BirthDateCorrection _,
                    FiledForm.AddressChange _,
                    FiledForm.TransferIn _,
                    FiledForm.Correction _,
                    FiledForm.Cancellation _ -> Optional.empty();
        };
    }

    /** Whether it changes the standard remuneration of the health insurance alone (月変, item 47). */
    boolean isForHealthInsuranceAlone() {
        return row.items().containsKey("healthOnly");
    }

    /** Whether it is filed for somebody over 70 alone, who has no standard remuneration of the pension insurance. */
    boolean isForOverSeventyAlone() {
        return row.items().containsKey("overSeventyOnly");
    }

    /** Where its figure stands. */
    Origin origin() {
        return new Origin(row.file(), row.receiptNumber(), row.line(), type, appliesFrom, item(), remuneration);
    }

    private int item() {
        // Zeros that fill an empty item are none, as where the row is read.
        boolean adjusted = !row.items().getOrDefault("adjustedAverage", "0").matches("[0０]*");
        return adjusted ? ADJUSTED_AVERAGE : AVERAGE;
    }
}
