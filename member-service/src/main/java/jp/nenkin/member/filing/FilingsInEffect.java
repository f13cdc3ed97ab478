package jp.nenkin.member.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.Career;
import jp.nenkin.member.member.Member;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.plan.Refusal;

/** Earlier filings that are named to be taken back, with the record they stand on. */
@ApplicationScoped
class FilingsInEffect {
    private final FilingTable table;
    private final Filings filings;
    private final Members members;

    FilingsInEffect(FilingTable table, Filings filings, Members members) {
        this.table = table;
        this.filings = filings;
        this.members = members;
    }

    /** A filing that no other has taken back, and the locked record of its member. */
    record InEffect(UUID id, FiledType type, Member member, Career career) {
        MemberNumber number() {
            return member.number();
        }
    }

    /**
     * Locks the member of a filing; refused with a {@link Problem} where the establishment has filed no such one, or it
     * was taken back.
     */
    InEffect lock(UUID id, EstablishmentNumber establishment) {
        filings.establishment(establishment);
        FilingRow row = table.findByIdOptional(id)
                .filter(found -> found.establishmentNumber.equals(establishment.value()))
                .orElseThrow(() -> notMatched(id, establishment).asProblem());
        MemberNumber number = new MemberNumber(row.memberNumber);
        Member member = filings.seen(number, establishment);
        InEffect filing = new InEffect(id, row.type, member, members.career(number));
        if (members.takenBackBy(id).isPresent() || !stands(filing)) {
            throw new Refusal(FilingProblem.FILING_NOT_IN_EFFECT, Map.of("filingId", id)).asProblem();
        }
        return filing;
    }

    /** Changes of base salary whose figures later ones of the same days have replaced hold no more. */
    private static boolean stands(InEffect filing) {
        return filing.type() != FiledType.BASE_SALARY_CHANGE
                || filing.member().memberships().stream()
                        .flatMap(membership -> membership.standing().stream())
                        .anyMatch(base -> base.filing().equals(filing.id()));
    }

    private static Refusal notMatched(UUID id, EstablishmentNumber establishment) {
        return new Refusal(
                FilingProblem.FILING_NOT_MATCHED, Map.of("filingId", id, "establishmentNumber", establishment.value()));
    }
}
