package jp.nenkin.member.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.Event;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.filing.FilingTable.Arrival;
import jp.nenkin.member.filing.Filings.Taken;
import jp.nenkin.member.member.Address;
import jp.nenkin.member.member.Career;
import jp.nenkin.member.member.Member;
import jp.nenkin.member.member.MemberFacts.Filed;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.member.Naming;
import jp.nenkin.member.member.Profile;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.proposal.BirthDateProposals;

/**
 * Takes filings about a person, each within the caller's transaction; refused with a {@link Problem} by the rules of
 * {@link PersonRules}.
 */
@ApplicationScoped
class PersonFilings {
    private final Filings filings;
    private final FilingTable table;
    private final Members members;
    private final Profiles profiles;
    private final BirthDateProposals proposals;
    private final PlanData plan = PlanData.standard();

    PersonFilings(
            Filings filings, FilingTable table, Members members, Profiles profiles, BirthDateProposals proposals) {
        this.filings = filings;
        this.table = table;
        this.members = members;
        this.profiles = profiles;
        this.proposals = proposals;
    }

    /** Takes another name. */
    Taken rename(NameChange filed, Receipt receipt, Object body) {
        filings.establishment(filed.establishment());
        Member member = filings.seen(filed.memberNumber(), filed.establishment());
        Career career = members.career(filed.memberNumber());
        Filings.stop(PersonRules.refuse(filed.memberNumber(), filed.establishment(), career));
        Filings.stop(PersonRules.refuse(filed, members.names(filed.memberNumber()), receipt));
        Filings.stop(PersonRules.refuseKnown(filed, member.profile()));
        Arrival arrival = new Arrival(FiledType.NAME_CHANGE, receipt, body);
        KeptFiling filing = table.keep(arrival, filed.memberNumber(), filed.establishment());
        Profile now = renamed(member.profile(), filed, filing.id());
        return filings.told(filing, filed.memberNumber(), profiles.know(member.number(), member.profile(), now));
    }

    /** By the name filed; of one filed in kana alone, the other form stays. */
    static Profile renamed(Profile known, NameChange filed, UUID filing) {
        String kana = filed.kana() == null ? known.particulars().nameKana() : filed.kana();
        String name = filed.name() == null ? known.name() : filed.name();
        return known.named(name, kana, new Naming(filing, filed.changedOn()));
    }

    /** Takes the right birth date, which the employer may have been asked to look for. */
    Taken correctBirthDate(BirthDateCorrection filed, Receipt receipt, Object body) {
        filings.establishment(filed.establishment());
        Member member = filings.seen(filed.memberNumber(), filed.establishment());
        Career career = members.career(filed.memberNumber());
        Filings.stop(PersonRules.refuse(filed.memberNumber(), filed.establishment(), career));
        Filings.stop(new PersonRules(plan).refuse(filed, member.profile(), career));
        Arrival arrival = new Arrival(FiledType.BIRTH_DATE_CORRECTION, receipt, body);
        KeptFiling filing = table.keep(arrival, filed.memberNumber(), filed.establishment());
        List<Event> events = profiles.know(
                member.number(), member.profile(), member.profile().born(filed.birthDate(), filing.id()));
        proposals.filed(member.number(), filing.id());
        return filings.told(filing, filed.memberNumber(), events);
    }

    /** Takes another address, of which nothing is told. */
    Taken move(AddressChange filed, Receipt receipt, Object body) {
        filings.establishment(filed.establishment());
        filings.seen(filed.memberNumber(), filed.establishment());
        Career career = members.career(filed.memberNumber());
        Filings.stop(PersonRules.refuse(filed.memberNumber(), filed.establishment(), career));
        Filings.stop(PersonRules.refuse(filed.changedOn(), receipt));
        Arrival arrival = new Arrival(FiledType.ADDRESS_CHANGE, receipt, body);
        KeptFiling filing = table.keep(arrival, filed.memberNumber(), filed.establishment());
        members.facts()
                .live(
                        new Filed(filed.memberNumber(), filed.establishment(), filing.id()),
                        new Address(filed.postcode(), filed.address(), filed.changedOn(), filing.id()));
        return filings.told(filing, filed.memberNumber(), List.of());
    }
}
