package jp.nenkin.member.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.events.LossCause;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.Career;
import jp.nenkin.member.member.Career.Ending;
import jp.nenkin.member.member.Career.Period;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Profile;
import jp.nenkin.member.name.NameKey;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;

/** Whether what is filed of a person, not of a membership, may be accepted. */
record PersonRules(PlanData plan) {

    /** Refuses an establishment at which the person is not, or was not last: it knows no more of him. */
    static Optional<Refusal> refuse(MemberNumber member, EstablishmentNumber establishment, Career career) {
        return career.latest()
                        .filter(latest -> latest.establishment().equals(establishment))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(notAMember(member, establishment));
    }

    /**
     * The refusal where there is no membership, or none that the caller may see: the same, so that it tells no more.
     */
    static Refusal notAMember(MemberNumber member, EstablishmentNumber establishment) {
        return new Refusal(
                FilingProblem.NOT_A_MEMBER,
                Map.of("memberNumber", member.value(), "establishmentNumber", establishment.value()));
    }

    /** Refuses what is to hold from a day after the receipt on. */
    static Optional<Refusal> refuse(LocalDate changedOn, Receipt receipt) {
        return changedOn.isAfter(receipt.receivedOn())
                ? Refusal.because(
                        FilingProblem.CHANGED_AFTER_RECEIVED,
                        Map.of("changedOn", changedOn, "receivedOn", receipt.receivedOn()))
                : Optional.empty();
    }

    /**
     * Refuses a name that is none, that a later one has followed, or of a day after the receipt.
     *
     * @param others the names in effect besides, the latest first
     */
    static Optional<Refusal> refuse(NameChange filed, List<Profile> others, Receipt receipt) {
        if (filed.name() == null && filed.kana() == null) {
            return Refusal.because(FilingProblem.NAME_MISSING, Map.of());
        }
        LocalDate since = others.isEmpty() ? null : others.getFirst().naming().since();
        return since != null && filed.changedOn().isBefore(since)
                ? Refusal.because(
                        FilingProblem.NAME_CHANGED_SINCE, Map.of("changedOn", filed.changedOn(), "since", since))
                : refuse(filed.changedOn(), receipt);
    }

    /** Refuses a name that the person has already. */
    static Optional<Refusal> refuseKnown(NameChange filed, Profile known) {
        boolean sameName = filed.name() == null || filed.name().equals(known.name());
        boolean sameKana =
                filed.kana() == null || filed.kana().equals(known.particulars().nameKana());
        return sameName && sameKana ? Refusal.because(FilingProblem.ALREADY_ON_RECORD, Map.of()) : Optional.empty();
    }

    /** Refuses a birth date that is known already, or with which a membership could not be as it is. */
    Optional<Refusal> refuse(BirthDateCorrection filed, Profile known, Career career) {
        if (filed.birthDate().equals(known.birthDate())) {
            return Refusal.because(FilingProblem.ALREADY_ON_RECORD, Map.of());
        }
        return career.periods().stream()
                .flatMap(period -> refuse(filed.birthDate(), period).stream())
                .findFirst();
    }

    private Optional<Refusal> refuse(LocalDate birthDate, Period period) {
        Ending ending = period.ending();
        return new AgeRules(plan)
                .refuse(birthDate, period.acquiredOn())
                .or(() -> ending == null ? Optional.empty() : refuseLost(birthDate, ending.lostOn(), ending.cause()));
    }

    private Optional<Refusal> refuseLost(LocalDate birthDate, LocalDate lostOn, LossCause cause) {
        return new LossRules(plan).refuseByAge(lostOn, cause, birthDate);
    }

    /** Refuses the correction of an enrolment that is about somebody else than is on record. */
    static Optional<Refusal> refuse(Enrolment right, Profile known) {
        boolean same = right.birthDate().equals(known.birthDate())
                && NameKey.of(right.name()).equals(NameKey.of(known.name()));
        return same ? Optional.empty() : Refusal.because(FilingProblem.CORRECTED_PERSON_DIFFERS, Map.of());
    }
}
