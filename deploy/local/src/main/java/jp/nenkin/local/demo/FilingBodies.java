package jp.nenkin.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.events.Plan;
import jp.nenkin.events.TransferredAsset;
import org.jspecify.annotations.Nullable;

/** The demo fund's facts in the form the services' operations take them. */
final class FilingBodies {
    private FilingBodies() {}

    record Establishment(
            String number,
            String name,
            Set<Plan> plans,
            @Nullable Course secondPlanCourse) {}

    record Course(String kind, @Nullable Integer units) {}

    record Enrolment(
            String establishmentNumber,
            @Nullable String memberNumber,
            String name,
            LocalDate birthDate,
            LocalDate acquiredOn,
            @Nullable Long firstBaseSalary,
            @Nullable Integer secondUnits,
            FilingChannel channel,
            @Nullable LocalDate receivedOn) {}

    record BaseSalaryChange(
            String establishmentNumber,
            String memberNumber,
            LocalDate effectiveFrom,
            @Nullable Long firstBaseSalary,
            @Nullable Integer secondUnits,
            FilingChannel channel,
            @Nullable LocalDate receivedOn) {}

    record Loss(
            String establishmentNumber,
            String memberNumber,
            LocalDate lostOn,
            LossCause cause,
            FilingChannel channel,
            @Nullable LocalDate receivedOn) {}

    record TakeOver(
            String memberNumber,
            String name,
            LocalDate birthDate,
            String establishmentNumber,
            LocalDate acquiredOn,
            List<MembershipPeriod> earlierPeriods,
            @Nullable Long firstBaseSalary,
            @Nullable Integer secondUnits,
            List<TransferredAsset> transferredAssets) {}

    record Balance(String memberNumber, Plan plan, int ordinal, LocalDate creditedOn, long balance) {}

    static Establishment of(DemoEstablishment establishment) {
        Course course = switch (establishment) {
            case FIRST_ONLY -> null;
            case SECOND_ONLY -> new Course("VARIABLE", null);
            case BOTH -> new Course("FIXED", DemoEstablishment.FIXED_UNITS);
        };
        return new Establishment(establishment.number(), establishment.writtenName(), establishment.plans(), course);
    }

    /**
     * An enrolment.
     *
     * @param number of somebody who was here before; null for a newcomer
     */
    static Enrolment of(DemoMember member, DemoFact.Enrolment fact, @Nullable String number) {
        return new Enrolment(
                member.establishment().number(),
                number,
                member.name(),
                member.birthDate(),
                fact.acquiredOn(),
                fact.bases().first(),
                fact.bases().secondUnits(),
                fact.receipt().channel(),
                fact.receipt().receivedOn());
    }

    static BaseSalaryChange of(DemoMember member, DemoFact.BaseSalaryChange fact, String number) {
        return new BaseSalaryChange(
                member.establishment().number(),
                number,
                fact.effectiveFrom(),
                fact.bases().first(),
                fact.bases().secondUnits(),
                fact.receipt().channel(),
                fact.receipt().receivedOn());
    }

    static Loss of(DemoMember member, DemoFact.Loss fact, String number) {
        return new Loss(
                member.establishment().number(),
                number,
                fact.lostOn(),
                fact.cause(),
                fact.receipt().channel(),
                fact.receipt().receivedOn());
    }

    static TakeOver of(DemoMember member, DemoFact.TakeOver fact) {
        return new TakeOver(
                fact.number(),
                member.name(),
                member.birthDate(),
                member.establishment().number(),
                fact.acquiredOn(),
                fact.earlierPeriods(),
                fact.bases().first(),
                fact.bases().secondUnits(),
                fact.assets().stream()
                        .map(asset -> new TransferredAsset(
                                asset.ordinal(),
                                Plan.FIRST,
                                asset.receivedOn(),
                                asset.source(),
                                asset.creditedMonths()))
                        .toList());
    }

    static List<Balance> balances(DemoFact.TakeOver fact) {
        return fact.balances().stream()
                .map(balance ->
                        new Balance(fact.number(), balance.plan(), balance.ordinal(), fact.creditedOn(), balance.yen()))
                .toList();
    }
}
