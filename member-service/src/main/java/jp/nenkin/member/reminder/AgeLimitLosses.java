package jp.nenkin.member.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import jp.nenkin.member.calendar.Calendar;
import jp.nenkin.member.calendar.ClosedDays;
import jp.nenkin.member.calendar.DueDate;
import jp.nenkin.member.eligibility.Births;
import jp.nenkin.member.eligibility.LossDate;
import jp.nenkin.member.eligibility.LossEvent;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.plan.PlanData;
import org.jspecify.annotations.Nullable;

/** Members, as far as the caller may see them, whose loss by age is ahead or not filed yet. */
@ApplicationScoped
class AgeLimitLosses {
    private final AgeLimitLossTable table;
    private final ClosedDays closedDays;
    private final PlanData plan = PlanData.standard();

    AgeLimitLosses(AgeLimitLossTable table, ClosedDays closedDays) {
        this.table = table;
        this.closedDays = closedDays;
    }

    /** A loss by age and until when its filing is due. */
    record Due(AgeLimitLoss loss, DueDate due) {}

    /**
     * Some of what was asked for, by member number.
     *
     * @param next where the next page begins, or null after the last
     */
    record Page(List<Due> losses, @Nullable String next) {
        /** The numbers of those on it. */
        List<String> members() {
            return losses.stream().map(due -> due.loss().memberNumber().value()).toList();
        }
    }

    /** Where a page begins and how long it is; without a cursor at the first. */
    record Cut(@Nullable String cursor, int limit) {}

    /** Those who come to the age limit within a month. */
    @Transactional
    Page comingIn(YearMonth month, Cut cut) {
        int limit = plan.agesOn(month.atEndOfMonth()).limit();
        return page(Births.attaining(limit, month), null, cut);
    }

    /** Those at an establishment who have come to the age limit by a day. */
    @Transactional
    Page dueBy(LocalDate day, EstablishmentNumber establishment, Cut cut) {
        int limit = plan.agesOn(day).limit();
        return page(Births.attainedBy(limit, day), establishment, cut);
    }

    private Page page(Births births, @Nullable EstablishmentNumber establishment, Cut cut) {
        String after = Objects.requireNonNullElse(cut.cursor(), "");
        List<AgeLimitLoss> found = table.find(births, establishment, after, cut.limit() + 1);
        List<AgeLimitLoss> shown = found.subList(0, Math.min(found.size(), cut.limit()));
        Calendar calendar = closedDays.calendar();
        return new Page(
                shown.stream().map(loss -> new Due(loss, due(loss, calendar))).toList(),
                found.size() > shown.size() ? shown.getLast().memberNumber().value() : null);
    }

    private DueDate due(AgeLimitLoss loss, Calendar calendar) {
        return DueDate.of(LossDate.of(new LossEvent.AgeLimit(loss.birthDate()), plan), calendar);
    }
}
