package jp.nenkin.member.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import jp.nenkin.member.calendar.Calendar;
import jp.nenkin.member.calendar.ClosedDays;
import jp.nenkin.member.calendar.DueDate;
import jp.nenkin.member.eligibility.Joiner;
import jp.nenkin.member.eligibility.Milestones;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.member.Carried;
import jp.nenkin.member.member.CarriedTable;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.upload.FileCheckResource.MilestonesBody;
import jp.nenkin.member.upload.FileCheckResource.RowDueBody;
import org.jspecify.annotations.Nullable;

/** The days that follow from a row: until when it was due, and what lies ahead of whoever joins by it. */
@ApplicationScoped
class RowDays {
    private final ClosedDays closedDays;
    private final CarriedTable carried;
    private final PlanData plan = PlanData.standard();

    RowDays(ClosedDays closedDays, CarriedTable carried) {
        this.closedDays = closedDays;
        this.carried = carried;
    }

    Calendar calendar() {
        return closedDays.calendar();
    }

    /** Null of what is due on no day. */
    static @Nullable RowDueBody due(FiledForm form, Calendar calendar, LocalDate receivedOn) {
        LocalDate eventDay = eventDay(form);
        if (eventDay == null) {
            return null;
        }
        DueDate due = DueDate.of(eventDay, calendar);
        return new RowDueBody(due.lastDay(), due.isOverdueOn(receivedOn), due.needsEvidenceOn(receivedOn));
    }

    private static @Nullable LocalDate eventDay(FiledForm form) {
        return switch (form) {
            case FiledForm.Enrolment enrolment -> enrolment.acquiredOn();
            case FiledForm.Loss loss -> loss.lostOn();
            case FiledForm.BaseSalaryChange change -> change.effectiveFrom();
            case FiledForm.BaseCalculation _,
                    FiledForm.MonthlyChange _,
                    FiledForm.Employed _,
                    FiledForm.NameChange _,
                    FiledForm.BirthDateCorrection _,
                    FiledForm.AddressChange _,
                    FiledForm.TransferIn _,
                    FiledForm.Correction _,
                    FiledForm.Cancellation _ -> null;
        };
    }

    /** Within the transaction in which the row is filed; null of what is no enrolment. */
    @Nullable
    MilestonesBody milestones(FiledForm form, MemberNumber member) {
        if (!(form instanceof FiledForm.Enrolment enrolment)) {
            return null;
        }
        LocalDate birthDate = enrolment.person().birthDate();
        if (birthDate == null) {
            return null;
        }
        Carried earlier = carried.of(member);
        Milestones days = Milestones.of(
                new Joiner(birthDate, enrolment.acquiredOn(), earlier.months(), earlier.hasAsset(), null), plan);
        return new MilestonesBody(days.right().orElse(null), days.ageLimitOn());
    }
}
