package jp.nenkin.member.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;

/**
 * Whom a row is about, as far as it says.
 *
 * @param filedMemberNumber up to eleven digits as filed; a longer one than ours is another fund's
 */
public record FiledPerson(
        @Nullable String filedMemberNumber,
        @Nullable InsuredNumber insuredNumber,
        @Nullable BasicPensionNumber basicPensionNumber,
        @Nullable FiledName name,
        @Nullable LocalDate birthDate) {
    /** Where a row can say whom it is about. */
    static final List<String> FIELDS =
            List.of("memberNumber", "insuredNumber", "basicPensionNumber", "name", "nameKana", "birthDate");

    private static final int OUR_DIGITS = 10;

    /** Our number, where the filed one can be ours: 1234 is 0000001234. */
    public Optional<MemberNumber> memberNumber() {
        return Optional.ofNullable(filedMemberNumber)
                .filter(filed -> filed.length() <= OUR_DIGITS)
                .map(filed -> MemberNumber.of(Long.parseLong(filed)));
    }

    /** Whether it says enough to look somebody up: a number, or a name with the birth date. */
    boolean isIdentified() {
        return filedMemberNumber != null
                || insuredNumber != null
                || basicPensionNumber != null
                || (name != null && birthDate != null);
    }
}
