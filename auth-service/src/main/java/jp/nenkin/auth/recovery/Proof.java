package jp.nenkin.auth.recovery;

import java.util.Map;
import jp.nenkin.auth.people.MemberNumber;
import jp.nenkin.auth.people.PeopleProblem;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import org.jspecify.annotations.Nullable;

/** By what somebody shows that he is the member. */
sealed interface Proof {
    /** The link of a mail. */
    record Link(String token) implements Proof {
        @Override
        public String toString() {
            return "Link";
        }
    }

    /** The code of a letter. */
    record Letter(String memberNumber, LetterCode code) implements Proof {}

    /**
     * Reads which it is.
     *
     * @throws Problem 400 {@code not-proven} if it is neither, or both
     */
    static Proof of(@Nullable String token, @Nullable String memberNumber, @Nullable String code) {
        if (token != null && memberNumber == null && code == null) {
            return new Link(token);
        }
        if (token == null && memberNumber != null && code != null) {
            String number = MemberNumber.of(memberNumber)
                    .orElseThrow(() -> Problem.of(KitProblem.INVALID)
                            .field("memberNumber", PeopleProblem.MEMBER_NUMBER_FORM, Map.of()));
            return new Letter(number, LetterCode.typed(code));
        }
        throw Problem.of(RecoveryProblem.NOT_PROVEN);
    }
}
