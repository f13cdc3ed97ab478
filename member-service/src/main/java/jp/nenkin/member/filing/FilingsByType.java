package jp.nenkin.member.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.filing.CorrectionResource.CancellationBody;
import jp.nenkin.member.filing.CorrectionResource.CorrectionBody;
import jp.nenkin.member.filing.CorrectionResource.TransferInBody;
import jp.nenkin.member.filing.FilingResource.BaseSalaryChangeBody;
import jp.nenkin.member.filing.FilingResource.EnrolmentBody;
import jp.nenkin.member.filing.FilingResource.LossBody;
import jp.nenkin.member.filing.Filings.Taken;
import jp.nenkin.member.filing.PersonFilingResource.AddressChangeBody;
import jp.nenkin.member.filing.PersonFilingResource.BirthDateCorrectionBody;
import jp.nenkin.member.filing.PersonFilingResource.NameChangeBody;

/** Takes a filing of whatever type, within the caller's transaction. */
@ApplicationScoped
class FilingsByType {
    private final Filings filings;
    private final PersonFilings persons;
    private final Corrections corrections;
    private final Cancellations cancellations;

    FilingsByType(Filings filings, PersonFilings persons, Corrections corrections, Cancellations cancellations) {
        this.filings = filings;
        this.persons = persons;
        this.corrections = corrections;
        this.cancellations = cancellations;
    }

    /**
     * Refused with a {@link Problem} by the rules of its type.
     *
     * @param kept what is kept of it: itself, and where it comes from
     */
    Taken take(ReceivedBody body, Receipt receipt, Object kept) {
        return switch (body) {
            case EnrolmentBody enrolment -> filings.enrol(enrolment.filed(), receipt, kept);
            case LossBody loss -> filings.lose(loss.filed(), receipt, kept);
            case BaseSalaryChangeBody change -> filings.change(change.filed(), receipt, kept);
            case TransferInBody transfer -> filings.bring(transfer.filed(), receipt, kept);
            case NameChangeBody change -> persons.rename(change.filed(), receipt, kept);
            case BirthDateCorrectionBody right -> persons.correctBirthDate(right.filed(), receipt, kept);
            case AddressChangeBody change -> persons.move(change.filed(), receipt, kept);
            case CorrectionBody correction -> corrections.correct(correction.filed(), receipt, kept);
            case CancellationBody cancellation -> cancellations.cancel(cancellation.filed(), receipt, kept);
        };
    }
}
