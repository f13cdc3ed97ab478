package jp.nenkin.member.derivation;

import java.time.LocalDate;
import java.util.Optional;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.file.FiledPerson;
import jp.nenkin.member.filing.FiledBases;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.upload.KeptRows.KeptRow;
import jp.nenkin.member.upload.RowType;
import org.jspecify.annotations.Nullable;

/** Somebody on a payroll's roster. */
record RosterRow(KeptRow row, FiledForm.Employed employed) {

    /** The row of a roster; empty of any other row. */
    static Optional<RosterRow> of(KeptRow row) {
        return row.form() instanceof FiledForm.Employed employed
                ? Optional.of(new RosterRow(row, employed))
                : Optional.empty();
    }

    /** His base salaries: as filed, or the grade of his remuneration on the day where the first plan is offered. */
    FiledBases bases(Establishment at, LocalDate day, PlanData plan) {
        Long filed = employed.firstBaseSalary();
        return new FiledBases(filed == null ? grade(at, day, plan) : filed, employed.secondUnits());
    }

    private @Nullable Long grade(Establishment at, LocalDate day, PlanData plan) {
        Long remuneration = employed.remuneration();
        return remuneration == null || !at.offersFirst()
                ? null
                : Long.valueOf(plan.gradesOn(day).ofRemuneration(remuneration));
    }

    /**
     * His enrolment; empty where the row lacks the day, a name or the birth date.
     *
     * @param member on record from before, if he is
     */
    Optional<FiledForm.Enrolment> enrolment(@Nullable MemberNumber member, Establishment at, PlanData plan) {
        FiledPerson person = employed.person();
        LocalDate acquiredOn = employed.acquiredOn();
        if (acquiredOn == null || person.name() == null || person.birthDate() == null) {
            return Optional.empty();
        }
        FiledBases bases = bases(at, acquiredOn, plan);
        return Optional.of(new FiledForm.Enrolment(
                new FiledPerson(
                        member == null ? person.filedMemberNumber() : member.value(),
                        person.insuredNumber(),
                        person.basicPensionNumber(),
                        person.name(),
                        person.birthDate()),
                acquiredOn,
                bases.first(),
                bases.secondUnits(),
                employed.remuneration(),
                null,
                null,
                null));
    }

    Origin origin() {
        return new Origin(
                row.file(), row.receiptNumber(), row.line(), RowType.EMPLOYED, null, null, employed.remuneration());
    }
}
