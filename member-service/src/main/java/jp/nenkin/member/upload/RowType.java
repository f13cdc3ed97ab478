package jp.nenkin.member.upload;

import jp.nenkin.member.file.FiledForm;

/** The types of rows by the names under which they are stored and answered. */
public enum RowType {
    ENROLMENT,
    LOSS,
    BASE_CALCULATION,
    MONTHLY_CHANGE,
    BASE_SALARY_CHANGE,
    EMPLOYED,
    NAME_CHANGE,
    BIRTH_DATE_CORRECTION,
    ADDRESS_CHANGE,
    TRANSFER_IN,
    CORRECTION,
    CANCELLATION;

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
