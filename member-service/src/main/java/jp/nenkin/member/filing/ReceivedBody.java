package jp.nenkin.member.filing;

import java.time.LocalDate;
import java.util.UUID;
import jp.nenkin.events.FilingChannel;
import org.jspecify.annotations.Nullable;

/** What every filing says of itself. */
sealed interface ReceivedBody
        permits FilingResource.EnrolmentBody,
                FilingResource.BaseSalaryChangeBody,
                FilingResource.LossBody,
                PersonFilingResource.NameChangeBody,
                PersonFilingResource.BirthDateCorrectionBody,
                PersonFilingResource.AddressChangeBody,
                CorrectionResource.TransferInBody,
                CorrectionResource.CorrectionBody,
                CorrectionResource.CancellationBody {
    String establishmentNumber();

    FilingChannel channel();

    /** Of paper, the day the fund received it. */
    @Nullable
    LocalDate receivedOn();

    /** The day from which its due date is counted; none of what is due on no day. */
    default @Nullable LocalDate eventDay() {
        return null;
    }

    /** The first day from which the figures on record change by it; none of what says nothing that is counted. */
    default @Nullable LocalDate changedFrom() {
        return null;
    }

    /** The earlier filing that it takes back. */
    default @Nullable UUID takesBack() {
        return null;
    }

    /** What shows that the event was so, in a filing that comes late. */
    default @Nullable String evidence() {
        return null;
    }
}
