package jp.nenkin.member.upload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.EstablishmentChanged;
import jp.nenkin.events.Event;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberEvent;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.MonthClosed;
import jp.nenkin.events.TransferredIn;

/**
 * What is told of a row, in the form in which the ledger is asked about it.
 *
 * @param fact as it would be published
 */
record LedgerFact(Kind kind, JsonNode fact) {

    /** The kinds of fact that the ledger can try, under its names for them. */
    enum Kind {
        MEMBER_ENROLLED,
        BASE_SALARY_CHANGED,
        ELIGIBILITY_LOST,
        ESTABLISHMENT_CHANGED,
        TRANSFERRED_IN,
        FILING_CANCELLED
    }

    /** Empty where the event is none that the ledger keeps accounts by. */
    static Optional<LedgerFact> of(Event event) {
        return event instanceof MemberEvent told
                ? kind(told).map(kind -> new LedgerFact(kind, EventJson.mapper().<JsonNode>valueToTree(told)))
                : Optional.empty();
    }

    private static Optional<Kind> kind(MemberEvent fact) {
        return switch (fact) {
            case MemberEnrolled _ -> Optional.of(Kind.MEMBER_ENROLLED);
            case BaseSalaryChanged _ -> Optional.of(Kind.BASE_SALARY_CHANGED);
            case EligibilityLost _ -> Optional.of(Kind.ELIGIBILITY_LOST);
            case EstablishmentChanged _ -> Optional.of(Kind.ESTABLISHMENT_CHANGED);
            case TransferredIn _ -> Optional.of(Kind.TRANSFERRED_IN);
            case FilingCancelled _ -> Optional.of(Kind.FILING_CANCELLED);
            // Neither is filed in a row.
            case MemberTakenOver _, MonthClosed _ -> Optional.empty();
        };
    }
}
