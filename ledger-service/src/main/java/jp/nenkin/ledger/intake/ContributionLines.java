package jp.nenkin.ledger.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.nenkin.events.AccountEvent;
import jp.nenkin.events.ContributionAdjusted;
import jp.nenkin.events.ContributionPosted;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.intake.ContributionPreviewResource.LineAnswer;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;

/** The contributions among what a fact leads to: what the bill calls late contributions and adjustments. */
final class ContributionLines {
    private ContributionLines() {}

    static List<LineAnswer> of(Outcome.Changes changes, Predicate<String> seen) {
        return changes.changes().stream()
                .flatMap(change -> change.events().stream())
                .map(AccountEventCodec::published)
                .map(ContributionLines::line)
                .flatMap(Optional::stream)
                .filter(line -> seen.test(line.establishmentNumber()))
                .toList();
    }

    private static Optional<LineAnswer> line(AccountEvent event) {
        return switch (event) {
            case ContributionPosted posted ->
                Optional.of(
                        new LineAnswer(posted.plan(), posted.month(), posted.establishmentNumber(), posted.amount()));
            case ContributionAdjusted adjusted ->
                Optional.of(new LineAnswer(
                        adjusted.plan(), adjusted.month(), adjusted.establishmentNumber(), adjusted.amount()));
            default -> Optional.empty();
        };
    }
}
