package jp.nenkin.member.upload;

import jp.nenkin.events.FiledAs;
import jp.nenkin.member.file.FiledForm;

/** The types of rows by the names under which they are stored and answered. */
public enum RowType {
    ENROLMENT(FiledAs.ENROLMENT),
    LOSS(FiledAs.LOSS),
    BASE_CALCULATION(FiledAs.BASE_CALCULATION),
    MONTHLY_CHANGE(FiledAs.MONTHLY_CHANGE),
    BASE_SALARY_CHANGE(FiledAs.BASE_SALARY_CHANGE),
    EMPLOYED(FiledAs.EMPLOYED),
    NAME_CHANGE(FiledAs.NAME_CHANGE),
    BIRTH_DATE_CORRECTION(FiledAs.BIRTH_DATE_CORRECTION),
    ADDRESS_CHANGE(FiledAs.ADDRESS_CHANGE),
    TRANSFER_IN(FiledAs.TRANSFER_IN),
    CORRECTION(FiledAs.CORRECTION),
    CANCELLATION(FiledAs.CANCELLATION);

    private final FiledAs told;

    RowType(FiledAs told) {
        this.told = told;
    }

    /** As the events call it. */
    FiledAs told() {
        return told;
    }

    static RowType of(FiledForm form) {
        return switch (form) {
            case FiledForm.Enrolment _ -> ENROLMENT;
            case FiledForm.Loss _ -> LOSS;
            case FiledForm.BaseCalculation _ -> BASE_CALCULATION;
            case FiledForm.MonthlyChange _ -> MONTHLY_CHANGE;
            case FiledForm.BaseSalaryChange _ -> BASE_SALARY_CHANGE;
            case FiledForm.Employed _ -> EMPLOYED;
            case FiledForm.NameChange _ -> NAME_CHANGE;
            case FiledForm.BirthDateCorrection _ -> BIRTH_DATE_CORRECTION;
            case FiledForm.AddressChange _ -> ADDRESS_CHANGE;
            case FiledForm.TransferIn _ -> TRANSFER_IN;
            case FiledForm.Correction _ -> CORRECTION;
            case FiledForm.Cancellation _ -> CANCELLATION;
        };
    }
}
