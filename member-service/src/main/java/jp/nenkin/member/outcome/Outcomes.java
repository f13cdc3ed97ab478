package jp.nenkin.member.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Problem;
import org.jspecify.annotations.Nullable;

/** What became of what was filed, by pages. */
@ApplicationScoped
class Outcomes {
    private final OutcomeTable table;
    private final Callers callers;

    Outcomes(OutcomeTable table, Callers callers) {
        this.table = table;
        this.callers = callers;
    }

    /**
     * Whose filings the caller is told of: an officer those of whom he asks for, or all; an establishment its own,
     * refused with a {@link Problem} where it asks for another's.
     *
     * @return an establishment's number, or null for all
     */
    @Nullable
    String scope(@Nullable String asked) {
        Caller caller = asked == null ? callers.officerOrAnyEstablishment() : callers.officerOrEstablishment(asked);
        return caller instanceof Caller.Establishment establishment ? establishment.number() : asked;
    }

    /** Refused with a {@link Problem} where the cursor is none. */
    @Transactional
    List<Listed> newestFirst(Wanted wanted, @Nullable String cursor, int most) {
        return table.newestFirst(wanted, place(cursor), most);
    }

    /** What was processed or returned, as it was decided; refused with a {@link Problem} where the cursor is none. */
    @Transactional
    List<Listed> asDecided(Wanted wanted, @Nullable String cursor, int most) {
        return table.asDecided(wanted, place(cursor), most);
    }

    /** Where the page after this one begins; null where it is the last. */
    static @Nullable String next(List<Listed> page, int most) {
        return page.size() < most ? null : page.getLast().place().written();
    }

    private static @Nullable Place place(@Nullable String cursor) {
        return cursor == null ? null : Place.read(cursor).orElseThrow(() -> Problem.of(OutcomeProblem.CURSOR_UNKNOWN));
    }
}
