package jp.nenkin.member.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.nenkin.member.member.PensionNumber;
import jp.nenkin.member.member.Sex;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said of a member, which held until the next of its kind.
 *
 * @param since the day from which it is so, where that was said
 * @param source the filing that said it; of an account the application
 * @param type of that filing or application
 * @param by who filed it
 * @param takenBack whether the filing was corrected or cancelled
 */
record ProfileChange(
        Instant at, @Nullable LocalDate since, UUID source, String type, String by, boolean takenBack, Said said) {

    /** What was said. */
    sealed interface Said {}

    /** Who the member is. */
    record Person(
            String name,
            @Nullable String nameKana,
            LocalDate birthDate,
            @Nullable Sex sex,
            @Nullable PensionNumber pensionNumber)
            implements Said {}

    /**
     * Where the member lives.
     *
     * @param postcode 7 digits
     */
    record Home(@Nullable String postcode, @Nullable String address) implements Said {}

    /** Where benefits are paid to; of the number the last 3 digits. */
    record Account(String bankCode, String branchCode, String kind, String maskedNumber) implements Said {}
}
