package jp.nenkin.auth.inquiry;

import java.time.LocalDate;
import jp.nenkin.auth.mail.Mails.Addressee;
import org.jspecify.annotations.Nullable;

/**
 * Somebody says that the records have another birth date than he does.
 *
 * @param birthDate as he says it is; nobody is told, and only if it comes to be on record is he written to
 * @param answerTo null if he gave no address
 */
record Inquiry(
        String memberNumber, LocalDate birthDate, @Nullable Addressee answerTo) {
    /** Without the date and the address. */
    @Override
    public String toString() {
        return "Inquiry about " + memberNumber;
    }
}
