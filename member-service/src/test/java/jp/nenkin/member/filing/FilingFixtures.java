package jp.nenkin.member.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.establishment.SecondPlan;
import jp.nenkin.member.member.BaseSalary;
import jp.nenkin.member.member.Career.Ending;
import jp.nenkin.member.member.Career.Period;
import jp.nenkin.member.member.Loss;
import jp.nenkin.member.member.Member;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Membership;
import jp.nenkin.member.member.Profile;
import org.jspecify.annotations.Nullable;

/** Establishments and members of the rules' tests. */
final class FilingFixtures {
    static final LocalDate TODAY = LocalDate.of(2025, 6, 20);
    static final LocalDate BIRTH = LocalDate.of(1980, 5, 5);
    static final LocalDate JOINED = LocalDate.of(2015, 4, 1);
    static final MemberNumber NUMBER = MemberNumber.of(1234);
    static final EstablishmentNumber SITE = new EstablishmentNumber("1000001");
    static final EstablishmentNumber OTHER_SITE = new EstablishmentNumber("1000002");
    static final Establishment FIRST_ONLY = new Establishment(SITE, "東京工場", true, new SecondPlan.NotOffered());
    static final Establishment SECOND_VARIABLE = new Establishment(SITE, "大阪工場", false, new SecondPlan.Variable());
    static final Establishment BOTH_VARIABLE = new Establishment(SITE, "名古屋工場", true, new SecondPlan.Variable());
    static final Establishment BOTH_FIXED = new Establishment(SITE, "福岡工場", true, new SecondPlan.Fixed(5));
    static final UUID ENROLMENT = new UUID(0, 1);
    static final List<PlanBaseSalary> BASES = List.of(new PlanBaseSalary(Plan.FIRST, 300_000));

    private FilingFixtures() {}

    static FiledBases bases(@Nullable Integer first, @Nullable Integer units) {
        return new FiledBases(first == null ? null : first.longValue(), units);
    }

    static Receipt received(LocalDate day) {
        return new Receipt(FilingChannel.DATA, day, TODAY);
    }

    static BaseSalary base(Plan plan, LocalDate from, long yen, long filing) {
        return new BaseSalary(plan, from, yen, new UUID(0, filing), null);
    }

    static Membership membership(BaseSalary... bases) {
        return new Membership(SITE, JOINED, null, List.of(bases), ENROLMENT);
    }

    static Membership lost(LocalDate lostOn) {
        Loss loss = new Loss(lostOn, LossCause.RETIREMENT, new UUID(0, 99));
        return new Membership(SITE, JOINED, loss, List.of(), ENROLMENT);
    }

    /** A period at an establishment, of filings numbered from its own number on. */
    static Period period(long filing, EstablishmentNumber at, LocalDate acquiredOn, @Nullable LocalDate lostOn) {
        Ending ending =
                lostOn == null ? null : new Ending(lostOn, LossCause.RETIREMENT, filing(FilingType.LOSS, filing + 1));
        return new Period(new UUID(0, filing), at, acquiredOn, filing(FilingType.ENROLMENT, filing), BASES, ending);
    }

    static Filing filing(FilingType type, long id) {
        return new Filing(new UUID(0, id), type, FilingChannel.DATA, TODAY);
    }

    static Member member(Membership... memberships) {
        return member(BIRTH, memberships);
    }

    static Member member(LocalDate birthDate, Membership... memberships) {
        Profile profile = new Profile("年金 太郎", birthDate, ENROLMENT);
        return new Member(NUMBER, profile, List.of(memberships), List.of(), List.of(), null);
    }
}
