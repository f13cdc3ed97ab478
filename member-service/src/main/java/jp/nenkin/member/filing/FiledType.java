package jp.nenkin.member.filing;

import java.util.Optional;
import jp.nenkin.events.FiledAs;
import org.jspecify.annotations.Nullable;

/** What was filed; a correction is a filing of the type that it corrects. */
public enum FiledType {
    ENROLMENT(FiledAs.ENROLMENT),
    LOSS(FiledAs.LOSS),
    BASE_SALARY_CHANGE(FiledAs.BASE_SALARY_CHANGE),
    NAME_CHANGE(FiledAs.NAME_CHANGE),
    BIRTH_DATE_CORRECTION(FiledAs.BIRTH_DATE_CORRECTION),
    ADDRESS_CHANGE(FiledAs.ADDRESS_CHANGE),
    TRANSFER_IN(FiledAs.TRANSFER_IN),
    CANCELLATION(FiledAs.CANCELLATION),
    TAKE_OVER(null);

    private final @Nullable FiledAs told;

    FiledType(@Nullable FiledAs told) {
        this.told = told;
    }

    /** As the events call it; empty of what a former system held. */
    Optional<FiledAs> told() {
        return Optional.ofNullable(told);
    }
}
