package jp.nenkin.member.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.nenkin.member.filing.Decided;
import jp.nenkin.member.upload.RowTable.Place;

/** Tells a row of a file that waited what became of it, in the transaction in which that is decided. */
@ApplicationScoped
class RowDecisions {
    private final FileTable files;
    private final RowTable rows;

    RowDecisions(FileTable files, RowTable rows) {
        this.files = files;
        this.rows = rows;
    }

    void decided(@Observes Decided decided) {
        Optional<Place> place = rows.held(decided.filing(), decided.by());
        if (place.isPresent()) {
            RowOutcome outcome = outcome(decided);
            rows.decide(place.get(), outcome);
            files.recount(place.get().file(), FileTable.Tally.NOTHING.with(outcome));
        }
    }

    private static RowOutcome outcome(Decided decided) {
        return switch (decided.state()) {
            case PROCESSED ->
                new RowOutcome.Processed(decided.filing(), Objects.requireNonNull(decided.member()), List.of());
            case RETURNED ->
                new RowOutcome.Returned(Reason.of(
                        Objects.requireNonNull(decided.returnReason()),
                        Map.of("text", Objects.requireNonNull(decided.returnText()))));
            case WITHDRAWN -> new RowOutcome.NotApplicable(decided.member(), Reason.of(UploadProblem.ROW_WITHDRAWN));
            case RECEIVED, NOT_APPLICABLE -> throw new IllegalArgumentException("No decision: " + decided.state());
        };
    }
}
