package jp.nenkin.ledger.membership;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.EstablishmentChanged;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberEvent;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.MonthClosed;
import jp.nenkin.events.TransferredIn;
import jp.nenkin.ledger.membership.MemberFact.Balance;
import jp.nenkin.ledger.membership.MemberFact.Deferral;
import jp.nenkin.ledger.membership.MemberFact.DeferralCancelled;
import jp.nenkin.ledger.membership.MemberFact.DeferralEnd;
import jp.nenkin.ledger.membership.MemberFact.Payment;
import jp.nenkin.ledger.membership.MemberFact.Recovery;
import jp.nenkin.ledger.membership.MemberFact.Told;

/** The facts that hold: without those replaced or cancelled, in the order in which they were true. */
public final class FactsInEffect {
    private static final Comparator<MemberFact> TRUE_ORDER = Comparator.comparingInt(
                    (MemberFact fact) -> isTakeOver(fact) ? rank(fact) : 2)
            .thenComparing(MemberFact::effectiveOn)
            .thenComparingInt(FactsInEffect::rank);

    private FactsInEffect() {}

    /**
     * Those of the facts that hold.
     *
     * @param facts in the order in which they became known
     */
    public static List<MemberFact> of(List<MemberFact> facts) {
        List<MemberFact> effective = Stream.iterate(0, index -> index < facts.size(), index -> index + 1)
                .filter(index -> facts.subList(index + 1, facts.size()).stream()
                        .noneMatch(later -> takesBack(later, facts.get(index))))
                .map(facts::get)
                .filter(fact -> !isCancellation(fact))
                .sorted(TRUE_ORDER)
                .toList();
        return withDeferralsAfterTheirLoss(withLossesAfterTheirMembership(effective));
    }

    private static boolean isCancellation(MemberFact fact) {
        return fact instanceof DeferralCancelled
                || (fact instanceof Told told && told.event() instanceof FilingCancelled);
    }

    /**
     * A deferral that a member has applied for counts from the loss that ends the membership. Source: domain rules,
     * section 4 (it counts from the date of loss).
     */
    private static List<MemberFact> withDeferralsAfterTheirLoss(List<MemberFact> facts) {
        List<MemberFact> ordered = new ArrayList<>();
        List<MemberFact> early = new ArrayList<>();
        boolean member = false;
        for (int i = 0; i < facts.size(); i++) {
            MemberFact fact = facts.get(i);
            if (member
                    && fact instanceof Deferral
                    && facts.subList(i, facts.size()).stream().anyMatch(FactsInEffect::isLoss)) {
                early.add(fact);
                continue;
            }
            ordered.add(fact);
            member = isBeginning(fact) || (member && !isLoss(fact));
            if (!member) {
                ordered.addAll(early);
                early.clear();
            }
        }
        return List.copyOf(ordered);
    }

    /** A loss on the day of acquisition comes after it, unless it ends a membership that was there before. */
    private static List<MemberFact> withLossesAfterTheirMembership(List<MemberFact> facts) {
        List<MemberFact> ordered = new ArrayList<>(facts);
        boolean member = false;
        for (int i = 0; i < ordered.size(); i++) {
            if (!member && isLoss(ordered.get(i)) && i + 1 < ordered.size() && isBackAtOnce(ordered, i)) {
                Collections.swap(ordered, i, i + 1);
            }
            member = isBeginning(ordered.get(i)) || (member && !isLoss(ordered.get(i)));
        }
        return List.copyOf(ordered);
    }

    private static boolean isBackAtOnce(List<MemberFact> facts, int loss) {
        MemberFact next = facts.get(loss + 1);
        return next instanceof Told(MemberEnrolled enrolled)
                && enrolled.acquiredOn().equals(facts.get(loss).effectiveOn());
    }

    private static boolean isLoss(MemberFact fact) {
        return fact instanceof Told told && told.event() instanceof EligibilityLost;
    }

    private static boolean isBeginning(MemberFact fact) {
        return fact instanceof Told told
                && (told.event() instanceof MemberEnrolled || told.event() instanceof MemberTakenOver);
    }

    /** Whether a fact takes back an earlier one: it cancels its filing, or replaces it by another of its kind. */
    static boolean takesBack(MemberFact later, MemberFact earlier) {
        boolean named = later.replaces().equals(earlier.filing().map(Filing::id));
        if (later instanceof DeferralCancelled) {
            return named && (earlier instanceof Deferral || earlier instanceof DeferralEnd);
        }
        return named
                && later instanceof Told(MemberEvent after)
                && earlier instanceof Told(MemberEvent before)
                && (after instanceof FilingCancelled || isOfSameKind(after, before));
    }

    private static boolean isOfSameKind(MemberEvent later, MemberEvent earlier) {
        return switch (later) {
            case BaseSalaryChanged e -> earlier instanceof BaseSalaryChanged before && before.plan() == e.plan();
            case TransferredIn e ->
                earlier instanceof TransferredIn before
                        && before.asset().plan() == e.asset().plan()
                        && before.asset().ordinal() == e.asset().ordinal();
            case MemberEnrolled e -> earlier instanceof MemberEnrolled;
            case EligibilityLost e -> earlier instanceof EligibilityLost;
            case EstablishmentChanged e -> earlier instanceof EstablishmentChanged;
            case MemberTakenOver e -> false;
            case FilingCancelled e -> false;
            case MonthClosed e -> false;
        };
    }

    /** A take-over comes before everything: what a former system knew, and the balance it had made of it. */
    private static boolean isTakeOver(MemberFact fact) {
        return fact instanceof Balance || (fact instanceof Told told && told.event() instanceof MemberTakenOver);
    }

    /** On one day a loss comes before the acquisition that follows it, and both before what needs a membership. */
    private static int rank(MemberFact fact) {
        return switch (fact) {
            case Told(MemberEvent event) ->
                switch (event) {
                    case MemberTakenOver e -> 0;
                    case EligibilityLost e -> 2;
                    case MemberEnrolled e -> 3;
                    case EstablishmentChanged e -> 4;
                    case TransferredIn e -> 5;
                    case BaseSalaryChanged e -> 6;
                    case FilingCancelled e -> 7;
                    case MonthClosed e -> 7;
                };
            case Balance balance -> 1;
            case Deferral deferral -> 8;
            case DeferralEnd end -> 9;
            case Payment payment -> 10;
            case Recovery recovery -> 11;
            case DeferralCancelled cancelled -> 12;
        };
    }

    /** Whether a fact names a filing that none of the earlier facts has in effect. */
    static boolean namesNothing(MemberFact fact, List<MemberFact> earlier) {
        boolean mayNameAnother = fact instanceof Told(MemberEvent event) && event instanceof BaseSalaryChanged;
        return fact.replaces().isPresent()
                && !mayNameAnother
                && of(earlier).stream().noneMatch(each -> takesBack(fact, each));
    }
}
