package jp.nenkin.member.filing;

import static jp.nenkin.member.filing.FilingFixtures.BASES;
import static jp.nenkin.member.filing.FilingFixtures.NUMBER;
import static jp.nenkin.member.filing.FilingFixtures.OTHER_SITE;
import static jp.nenkin.member.filing.FilingFixtures.SITE;
import static jp.nenkin.member.filing.FilingFixtures.TODAY;
import static jp.nenkin.member.filing.FilingFixtures.filing;
import static jp.nenkin.member.filing.FilingFixtures.period;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.EstablishmentChanged;
import jp.nenkin.events.Event;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.member.member.Career;
import jp.nenkin.member.member.Career.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CareerNewsTest {
    private static final LocalDate JOINED = LocalDate.of(2015, 4, 1);
    private static final LocalDate LEFT = LocalDate.of(2024, 10, 16);
    private static final LocalDate LATER = LocalDate.of(2024, 10, 20);
    private static final Period HERE = period(10, SITE, JOINED, null);
    private static final Period ENDED = period(10, SITE, JOINED, LEFT);
    private static final Period THERE = period(20, OTHER_SITE, LEFT, null);
    private static final Period AGAIN = period(20, OTHER_SITE, LATER, null);

    @Test
    void a_membership_is_told_with_its_end() {
        assertThat(events(career(), career(HERE), 10, null)).containsExactly(begun(10, SITE, JOINED, false, null));
        assertThat(events(career(HERE), career(ENDED), 11, null)).containsExactly(ended(11, LEFT, null));
        assertThat(events(career(ENDED), career(ENDED, AGAIN), 20, null))
                .containsExactly(begun(20, OTHER_SITE, LATER, true, null));
    }

    @Test
    void an_enrolment_elsewhere_on_the_day_of_the_loss_takes_it_back_and_is_a_move() {
        assertThat(events(career(ENDED), career(ENDED, THERE), 20, null))
                .containsExactly(cancelled(11, 20), moved(20, null));
    }

    @Test
    void at_the_same_establishment_it_is_no_move() {
        Period back = period(20, SITE, LEFT, null);
        assertThat(events(career(ENDED), career(ENDED, back), 20, null))
                .containsExactly(begun(20, SITE, LEFT, true, null));
    }

    @Test
    void a_move_that_is_cancelled_lets_the_loss_be_told_again() {
        assertThat(events(career(ENDED, THERE), career(ENDED), 30, null))
                .containsExactly(cancelled(20, 30), ended(11, LEFT, null));
    }

    @Test
    void a_move_whose_day_is_corrected_becomes_a_loss_and_an_enrolment_and_back() {
        Period corrected = period(30, OTHER_SITE, LATER, null);
        assertThat(events(career(ENDED, THERE), career(ENDED, corrected), 30, 20L))
                .containsExactly(cancelled(20, 30), ended(11, LEFT, null), begun(30, OTHER_SITE, LATER, true, null));
        Period move = period(30, OTHER_SITE, LEFT, null);
        assertThat(events(career(ENDED, AGAIN), career(ENDED, move), 30, 20L))
                .as("the later fact goes first")
                .containsExactly(cancelled(20, 30), cancelled(11, 30), moved(30, null));
    }

    @Test
    void a_corrected_move_that_stays_one_replaces_it() {
        Period corrected = period(30, OTHER_SITE, LEFT, null);
        assertThat(events(career(ENDED, THERE), career(ENDED, corrected), 30, 20L))
                .containsExactly(moved(30, new UUID(0, 20)));
    }

    @Test
    void a_corrected_loss_or_enrolment_replaces_what_was_told() {
        Period lostLater = HERE.ending(new Career.Ending(LATER, LossCause.RETIREMENT, filing(FilingType.LOSS, 30)));
        assertThat(events(career(ENDED), career(lostLater), 30, 11L))
                .containsExactly(ended(30, LATER, new UUID(0, 11)));
        Period joinedLater = period(30, SITE, JOINED.plusDays(1), null);
        assertThat(events(career(HERE), career(joinedLater), 30, 10L))
                .containsExactly(begun(30, SITE, JOINED.plusDays(1), false, new UUID(0, 10)));
    }

    @Test
    void the_cause_of_a_loss_that_a_move_has_taken_back_is_nobodys_news() {
        Period other = HERE.ending(new Career.Ending(LEFT, LossCause.OTHER, filing(FilingType.LOSS, 30)));
        assertThat(events(career(ENDED, THERE), career(other, THERE), 30, 11L)).isEmpty();
    }

    @Test
    void what_is_cancelled_is_cancelled_once() {
        assertThat(events(career(HERE), career(), 30, null)).containsExactly(cancelled(10, 30));
        assertThat(events(career(ENDED), career(HERE), 30, null)).containsExactly(cancelled(11, 30));
    }

    @Test
    void a_take_over_is_told_by_itself() {
        Period takenOver = new Period(new UUID(0, 10), SITE, JOINED, filing(FilingType.TAKE_OVER, 10), BASES, null);
        Career after = career(takenOver.ending(ENDED.ending()));
        assertThat(events(career(takenOver), after, 11, null)).containsExactly(ended(11, LEFT, null));
    }

    private static Career career(Period... periods) {
        return new Career(List.of(periods));
    }

    private static List<Event> events(Career before, Career after, long by, @Nullable Long corrected) {
        KeptFiling filing = new KeptFiling(new UUID(0, by), FiledType.ENROLMENT, FilingChannel.DATA, TODAY, SITE);
        return new CareerNews(NUMBER, before, after).events(filing, corrected == null ? null : new UUID(0, corrected));
    }

    private static Event begun(long by, Object establishment, LocalDate day, boolean again, @Nullable UUID replaces) {
        return new MemberEnrolled(
                NUMBER.value(),
                establishment.toString(),
                day,
                BASES,
                again,
                filing(FilingType.ENROLMENT, by),
                replaces);
    }

    private static Event moved(long by, @Nullable UUID replaces) {
        return new EstablishmentChanged(
                NUMBER.value(), OTHER_SITE.value(), LEFT, BASES, filing(FilingType.ESTABLISHMENT_CHANGE, by), replaces);
    }

    private static Event ended(long by, LocalDate day, @Nullable UUID replaces) {
        return new EligibilityLost(
                NUMBER.value(), SITE.value(), day, LossCause.RETIREMENT, filing(FilingType.LOSS, by), replaces);
    }

    private static Event cancelled(long filing, long by) {
        return new FilingCancelled(NUMBER.value(), new UUID(0, filing), filing(FilingType.CANCELLATION, by));
    }
}
