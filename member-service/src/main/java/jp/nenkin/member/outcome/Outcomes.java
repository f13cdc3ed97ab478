package jp.nenkin.member.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.Shown;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filer.FilingRights;
import org.jspecify.annotations.Nullable;

/** What became of what was filed, by pages. */
@ApplicationScoped
class Outcomes {
    private final OutcomeTable table;
    private final Callers callers;
    private final FilingRights rights;
    private final Shown shown;

    Outcomes(OutcomeTable table, Callers callers, FilingRights rights, Shown shown) {
        this.table = table;
        this.callers = callers;
        this.rights = rights;
        this.shown = shown;
    }

    /**
     * Whose filings the caller is told of: an officer those of whom he asks for, or all; an establishment its own; a
     * consultant those of who delegated to it, of whom the policies show no others. Refused with a {@link Problem}
     * where another's are asked for.
     *
     * @return an establishment's number, or null for all
     */
    @Nullable
    String scope(@Nullable String asked) {
        Caller caller = asked == null ? callers.officerOrAnyFiler() : rights.toSee(new EstablishmentNumber(asked));
        return caller instanceof Caller.Establishment establishment ? establishment.number() : asked;
    }

    /** Refused with a {@link Problem} where the cursor is none. */
    @Transactional
    List<Listed> newestFirst(Wanted wanted, @Nullable String cursor, int most) {
        return shown(table.newestFirst(wanted, place(cursor), most));
    }

    /** What was processed or returned, as it was decided; refused with a {@link Problem} where the cursor is none. */
    @Transactional
    List<Listed> asDecided(Wanted wanted, @Nullable String cursor, int most) {
        return shown(table.asDecided(wanted, place(cursor), most));
    }

    private List<Listed> shown(List<Listed> page) {
        shown.members(
                page.stream().map(Listed::memberNumber).filter(Objects::nonNull).toList());
        return page;
    }

    /** Where the page after this one begins; null where it is the last. */
    static @Nullable String next(List<Listed> page, int most) {
        return page.size() < most ? null : page.getLast().place().written();
    }

    private static @Nullable Place place(@Nullable String cursor) {
        return cursor == null ? null : Place.read(cursor).orElseThrow(() -> Problem.of(OutcomeProblem.CURSOR_UNKNOWN));
    }
}
