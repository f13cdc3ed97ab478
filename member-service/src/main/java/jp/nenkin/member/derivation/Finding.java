package jp.nenkin.member.derivation;

import java.time.LocalDate;
import java.util.List;
import jp.nenkin.events.Plan;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.filing.FiledBases;
import jp.nenkin.member.upload.Reason;
import org.jspecify.annotations.Nullable;

/** What a derivation finds of one person. */
sealed interface Finding {

    /** Its name in storage and in answers. */
    FindingKind kind();

    /**
     * His base salary is another from the derivation's day on.
     *
     * @param filed as the filing says it
     * @param figures that become others, one at least
     */
    record Change(FiledBases filed, List<Figure> figures) implements Finding {
        public Change {
            figures = List.copyOf(figures);
        }

        @Override
        public FindingKind kind() {
            return FindingKind.CHANGE;
        }
    }

    /**
     * A base salary in yen before and after.
     *
     * @param former in force on the day as far as is on record, since its own day
     */
    record Figure(
            Plan plan, @Nullable Long former, @Nullable LocalDate formerSince, long baseSalary) {}

    /** Somebody on the roster who is no member: his enrolment. */
    record Joiner(FiledForm.Enrolment enrolment) implements Finding {
        @Override
        public FindingKind kind() {
            return FindingKind.JOINER;
        }
    }

    /** A member who is not on the roster: his loss, if somebody says when and why. */
    record Leaver() implements Finding {
        @Override
        public FindingKind kind() {
            return FindingKind.LEAVER;
        }
    }

    /** Nothing follows, and why. */
    record Nothing(Reason why) implements Finding {
        @Override
        public FindingKind kind() {
            return FindingKind.NOTHING;
        }
    }
}
