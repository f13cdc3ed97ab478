package jp.nenkin.member.filing;

import static jp.nenkin.member.filing.Filings.stop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.nenkin.events.Event;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.FilingType;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.filing.FilingTable.Arrival;
import jp.nenkin.member.filing.Filings.Taken;
import jp.nenkin.member.filing.FilingsInEffect.InEffect;
import jp.nenkin.member.member.Career;
import jp.nenkin.member.member.Career.Period;
import jp.nenkin.member.member.MemberFacts.Filed;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.plan.Refusal;

/**
 * Takes cancellations, each within the caller's transaction: the cancelled filing's facts are in effect no more. What
 * it had replaced stays replaced.
 */
@ApplicationScoped
class Cancellations {
    private final Filings filings;
    private final FilingsInEffect inEffect;
    private final FilingTable table;
    private final Members members;
    private final Profiles profiles;

    Cancellations(Filings filings, FilingsInEffect inEffect, FilingTable table, Members members, Profiles profiles) {
        this.filings = filings;
        this.inEffect = inEffect;
        this.table = table;
        this.members = members;
        this.profiles = profiles;
    }

    /**
     * Takes a cancellation; refused with a {@link Problem} where the filing is not in effect or of a type that is filed
     * anew instead, and where another fact depends on it.
     */
    Taken cancel(Cancellation filed, Receipt receipt, Object body) {
        InEffect cancelled = inEffect.lock(filed.filing(), filed.establishment());
        Function<KeptFiling, List<Event>> news = switch (cancelled.type()) {
            case ENROLMENT -> enrolment(cancelled);
            case LOSS -> loss(cancelled);
            case BASE_SALARY_CHANGE, TRANSFER_IN -> filing -> List.of(told(cancelled, filing));
            case NAME_CHANGE -> filing -> forgottenName(cancelled, filing);
            case BIRTH_DATE_CORRECTION, ADDRESS_CHANGE, CANCELLATION, TAKE_OVER ->
                throw new Refusal(FilingProblem.FILING_NOT_CANCELLABLE, Map.of("type", cancelled.type())).asProblem();
        };
        Arrival arrival = new Arrival(FiledType.CANCELLATION, receipt, body);
        KeptFiling filing = table.keep(arrival, cancelled.number(), filed.establishment());
        members.facts().retract(new Filed(cancelled.number(), filed.establishment(), filing.id()), cancelled.id());
        return filings.told(filing, cancelled.number(), news.apply(filing));
    }

    private Function<KeptFiling, List<Event>> enrolment(InEffect cancelled) {
        Career career = cancelled.career();
        Period period = career.begunBy(cancelled.id()).orElseThrow();
        stop(CareerRules.refuseWithout(career, period, cancelled.member()));
        return filing -> {
            List<Event> events = new ArrayList<>(forgottenName(cancelled, filing));
            events.addAll(new CareerNews(cancelled.number(), career, career.without(period)).events(filing, null));
            return events;
        };
    }

    private static Function<KeptFiling, List<Event>> loss(InEffect cancelled) {
        Career career = cancelled.career();
        Period period = career.endedBy(cancelled.id()).orElseThrow();
        stop(CareerRules.refuseGoingOn(career, period));
        Career after = career.with(period, each -> each.ending(null));
        return filing -> new CareerNews(cancelled.number(), career, after).events(filing, null);
    }

    private List<Event> forgottenName(InEffect cancelled, KeptFiling filing) {
        return profiles.forgetName(cancelled.number(), cancelled.member().profile(), cancelled.id(), filing.id());
    }

    /** The ledger takes back all that the filing said. */
    static Event told(InEffect cancelled, KeptFiling filing) {
        return new FilingCancelled(cancelled.number().value(), cancelled.id(), filing.as(FilingType.CANCELLATION));
    }
}
