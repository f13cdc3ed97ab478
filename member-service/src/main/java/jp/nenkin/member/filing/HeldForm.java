package jp.nenkin.member.filing;

import jp.nenkin.events.FiledAs;
import jp.nenkin.member.filing.CorrectionResource.CancellationBody;
import jp.nenkin.member.filing.CorrectionResource.CorrectionBody;
import jp.nenkin.member.filing.CorrectionResource.TransferInBody;
import jp.nenkin.member.filing.FilingResource.BaseSalaryChangeBody;
import jp.nenkin.member.filing.FilingResource.EnrolmentBody;
import jp.nenkin.member.filing.FilingResource.LossBody;
import jp.nenkin.member.filing.PersonFilingResource.AddressChangeBody;
import jp.nenkin.member.filing.PersonFilingResource.BirthDateCorrectionBody;
import jp.nenkin.member.filing.PersonFilingResource.NameChangeBody;

/** The forms of filings that may wait for a decision, by the names under which they are stored. */
enum HeldForm {
    ENROLMENT(EnrolmentBody.class, FiledAs.ENROLMENT),
    LOSS(LossBody.class, FiledAs.LOSS),
    BASE_SALARY_CHANGE(BaseSalaryChangeBody.class, FiledAs.BASE_SALARY_CHANGE),
    TRANSFER_IN(TransferInBody.class, FiledAs.TRANSFER_IN),
    CORRECTION(CorrectionBody.class, FiledAs.CORRECTION),
    CANCELLATION(CancellationBody.class, FiledAs.CANCELLATION);

    private final Class<? extends ReceivedBody> body;
    private final FiledAs told;

    HeldForm(Class<? extends ReceivedBody> body, FiledAs told) {
        this.body = body;
        this.told = told;
    }

    /** As the events call it. */
    FiledAs told() {
        return told;
    }

    /** How its content is read. */
    Class<? extends ReceivedBody> body() {
        return body;
    }

    /**
     * The form of a filing.
     *
     * @throws IllegalArgumentException of one that changes no figure, and so never waits
     */
    static HeldForm of(ReceivedBody body) {
        return switch (body) {
            case EnrolmentBody _ -> ENROLMENT;
            case LossBody _ -> LOSS;
            case BaseSalaryChangeBody _ -> BASE_SALARY_CHANGE;
            case TransferInBody _ -> TRANSFER_IN;
            case CorrectionBody _ -> CORRECTION;
            case CancellationBody _ -> CANCELLATION;
            case NameChangeBody _, BirthDateCorrectionBody _, AddressChangeBody _ ->
                throw new IllegalArgumentException("Waits for no decision: " + body.getClass());
        };
    }
}
