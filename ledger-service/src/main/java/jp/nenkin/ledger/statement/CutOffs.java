package jp.nenkin.ledger.statement;

import java.util.List;
import jp.nenkin.events.Filing;
import jp.nenkin.events.StatementPrepared.CutOff;

/** The last days (締切) that count for a notice, by filing type and channel. Source: domain rules, section 6. */
public record CutOffs(List<CutOff> days) {
    public CutOffs {
        days = List.copyOf(days);
    }

    /** Whether a filing was received in time; one whose type and channel have no last day always was. */
    boolean include(Filing filing) {
        return days.stream()
                .filter(day -> day.type() == filing.type() && day.channel() == filing.channel())
                .noneMatch(day -> filing.receivedOn().isAfter(day.lastDay()));
    }
}
