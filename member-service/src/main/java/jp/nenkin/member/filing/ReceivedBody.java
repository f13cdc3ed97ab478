package jp.nenkin.member.filing;

import java.time.LocalDate;
import jp.nenkin.events.FilingChannel;
import org.jspecify.annotations.Nullable;

/** What every filing says of itself. */
interface ReceivedBody {
    String establishmentNumber();

    FilingChannel channel();

    /** Of paper, the day the fund received it. */
    @Nullable
    LocalDate receivedOn();

    /** The day from which its due date is counted; none of what is due on no day. */
    default @Nullable LocalDate eventDay() {
        return null;
    }
}
