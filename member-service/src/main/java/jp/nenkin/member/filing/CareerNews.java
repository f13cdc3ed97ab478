package jp.nenkin.member.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.EstablishmentChanged;
import jp.nenkin.events.Event;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.member.member.Career;
import jp.nenkin.member.member.Career.Ending;
import jp.nenkin.member.member.Career.Period;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;

/** What is told when a career becomes another: the facts of it that no longer hold, and those that do now. */
record CareerNews(MemberNumber member, Career before, Career after) {

    /** A fact of a career as it is told: which turn, by which filing. */
    private sealed interface Turn {
        Filing filing();

        /** Somebody became a member, for the first time or again. */
        record Begun(Period period, boolean again) implements Turn {
            @Override
            public Filing filing() {
                return period.filing();
            }
        }

        /** Membership went on at another establishment. */
        record Moved(Period period) implements Turn {
            @Override
            public Filing filing() {
                return period.filing();
            }
        }

        /** Membership ended. */
        record Ended(Period period, Ending ending) implements Turn {
            @Override
            public Filing filing() {
                return ending.filing();
            }
        }

        /** Whether another turn is the same fact, or the right one in its place. */
        default boolean isOfKindOf(Turn other) {
            return getClass() == other.getClass();
        }

        default boolean isToldBy(UUID filing) {
            return filing().id().equals(filing);
        }
    }

    /**
     * The events in the order in which each can be believed: what no longer holds goes from the latest back, then what
     * holds now comes in time. A loss whose member is elsewhere on that day is no fact of its own but a move.
     *
     * @param by the filing that changes the career
     * @param corrected the filing in whose place it stands
     */
    List<Event> events(KeptFiling by, @Nullable UUID corrected) {
        List<Turn> was = turns(before);
        List<Turn> is = turns(after);
        List<Event> events = new ArrayList<>();
        for (Turn turn : was.reversed()) {
            if (find(turn, is).isEmpty() && replacement(turn, is, by, corrected).isEmpty()) {
                events.add(new FilingCancelled(member.value(), turn.filing().id(), by.as(FilingType.CANCELLATION)));
            }
        }
        for (Turn turn : is) {
            if (find(turn, was).isEmpty()) {
                boolean replaces = was.stream()
                        .anyMatch(old ->
                                replacement(old, List.of(turn), by, corrected).isPresent());
                events.add(told(turn, replaces ? corrected : null));
            }
        }
        return events;
    }

    private static Optional<Turn> find(Turn turn, List<Turn> turns) {
        return turns.stream()
                .filter(each ->
                        each.isOfKindOf(turn) && each.isToldBy(turn.filing().id()))
                .findFirst();
    }

    private static Optional<Turn> replacement(Turn old, List<Turn> turns, KeptFiling by, @Nullable UUID corrected) {
        return turns.stream()
                .filter(each -> corrected != null && old.isToldBy(corrected))
                .filter(each -> each.isOfKindOf(old) && each.isToldBy(by.id()))
                .findFirst();
    }

    /** A take-over is told by itself and never changes. */
    private static List<Turn> turns(Career career) {
        List<Turn> turns = new ArrayList<>();
        for (Period period : career.periods()) {
            boolean moved = career.before(period)
                    .filter(former -> former.movesTo(period))
                    .isPresent();
            if (!period.isTakenOver()) {
                turns.add(moved ? new Turn.Moved(period) : new Turn.Begun(period, isAgain(period, career)));
            }
            Ending ending = period.ending();
            if (ending != null && career.after(period).filter(period::movesTo).isEmpty()) {
                turns.add(new Turn.Ended(period, ending));
            }
        }
        return turns;
    }

    private static boolean isAgain(Period period, Career career) {
        return career.before(period).isPresent();
    }

    private Event told(Turn turn, @Nullable UUID replaces) {
        return switch (turn) {
            case Turn.Begun(Period period, boolean again) ->
                new MemberEnrolled(
                        member.value(),
                        period.establishment().value(),
                        period.acquiredOn(),
                        period.bases(),
                        again,
                        period.filing(),
                        replaces);
            case Turn.Moved(Period period) -> moved(period, replaces);
            case Turn.Ended(Period period, Ending ending) ->
                new EligibilityLost(
                        member.value(),
                        period.establishment().value(),
                        ending.lostOn(),
                        ending.cause(),
                        ending.filing(),
                        replaces);
        };
    }

    private Event moved(Period period, @Nullable UUID replaces) {
        Filing filing = period.filing();
        return new EstablishmentChanged(
                member.value(),
                period.establishment().value(),
                period.acquiredOn(),
                period.bases(),
                new Filing(filing.id(), FilingType.ESTABLISHMENT_CHANGE, filing.channel(), filing.receivedOn()),
                replaces);
    }
}
