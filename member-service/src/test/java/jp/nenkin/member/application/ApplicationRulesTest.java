package jp.nenkin.member.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.kit.ProblemCode;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.Career;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApplicationRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 20);
    private static final Wanted ACCOUNT =
            new Wanted.Account(new BankAccount("0001", "234", AccountKind.ORDINARY, "1234567", new ZenginName("ﾈﾝｷﾝ")));

    @Test
    void members_and_those_who_have_left_apply() {
        assertThat(refused(ACCOUNT, career(null))).isEmpty();
        assertThat(refused(ACCOUNT, career(LossCause.RETIREMENT))).isEmpty();
        assertThat(refused(moved(TODAY), career(null))).isEmpty();
        assertThat(refused(named("年金 太郎", "戸籍抄本を郵送"), career(null))).isEmpty();
    }

    @Test
    void the_dead_and_those_who_never_were_members_do_not() {
        assertThat(refused(ACCOUNT, career(LossCause.DEATH))).contains(ApplicationProblem.MEMBER_DECEASED);
        assertThat(refused(ACCOUNT, new Career(List.of()))).contains(ApplicationProblem.NEVER_A_MEMBER);
    }

    @Test
    void nothing_is_changed_from_a_day_ahead() {
        LocalDate tomorrow = TODAY.plusDays(1);
        assertThat(refused(moved(tomorrow), career(null))).contains(ApplicationProblem.CHANGED_AFTER_APPLICATION);
        assertThat(refused(new Wanted.Name("年金", null, tomorrow, "免許証"), career(null)))
                .contains(ApplicationProblem.CHANGED_AFTER_APPLICATION);
    }

    @Test
    void a_name_is_given_and_its_evidence_is_no_my_number() {
        assertThat(refused(named(null, "免許証"), career(null))).contains(ApplicationProblem.NAME_NOT_GIVEN);
        assertThat(refused(new Wanted.Name(null, "ネンキン", TODAY, "免許証"), career(null)))
                .isEmpty();
        assertThat(refused(named("年金", "1234 5678 9012"), career(null)))
                .contains(ApplicationProblem.MY_NUMBER_IN_EVIDENCE);
    }

    private static Optional<ProblemCode> refused(Wanted wanted, Career career) {
        return new ApplicationRules(TODAY).refuse(wanted, career).map(Refusal::problem);
    }

    private static Wanted moved(LocalDate day) {
        return new Wanted.Address("1000013", "東京都", day);
    }

    private static Wanted named(@Nullable String name, String evidence) {
        return new Wanted.Name(name, null, TODAY, evidence);
    }

    private static Career career(@Nullable LossCause cause) {
        Career.Ending ending =
                cause == null ? null : new Career.Ending(LocalDate.of(2024, 4, 1), cause, filing(FilingType.LOSS, 2));
        return new Career(List.of(new Career.Period(
                new UUID(0, 1),
                new EstablishmentNumber("4400001"),
                LocalDate.of(2015, 4, 1),
                filing(FilingType.ENROLMENT, 1),
                List.of(),
                ending)));
    }

    private static Filing filing(FilingType type, long id) {
        return new Filing(new UUID(0, id), type, FilingChannel.DATA, TODAY);
    }
}
