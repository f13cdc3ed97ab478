package jp.nenkin.member.member;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.member.establishment.EstablishmentNumber;
import org.jspecify.annotations.Nullable;

/** Puts a member together from the rows that the caller may see. */
@ApplicationScoped
class MemberReader {
    private static final Comparator<Membership> IN_TIME = comparing(Membership::acquiredOn)
            .thenComparing(MemberReader::lostOn, nullsLast(Comparator.<LocalDate>naturalOrder()));

    private final EntityManager entities;

    MemberReader(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Member> find(MemberNumber number) {
        return profile(number)
                .map(profile -> new Member(
                        number, profile, memberships(number), earlierPeriods(number), transferredAssets(number)));
    }

    private Optional<Profile> profile(MemberNumber number) {
        return rows(ProfileRow.class, """
                        from ProfileRow p where p.memberNumber = :number
                        and not exists (from ProfileRow n where n.replaces = p.filingId)
                        """, number).stream()
                .findFirst()
                .map(row -> new Profile(row.name, row.birthDate, row.filingId));
    }

    private List<Membership> memberships(MemberNumber number) {
        Map<UUID, List<BaseSalary>> bases =
                rows(BaseSalaryRow.class, "from BaseSalaryRow where memberNumber = :number", number).stream()
                        .sorted(comparing(row -> row.effectiveFrom))
                        .collect(Collectors.groupingBy(
                                row -> row.membership, Collectors.mapping(MemberReader::read, Collectors.toList())));
        Map<UUID, MembershipLossRow> losses =
                rows(MembershipLossRow.class, "from MembershipLossRow where memberNumber = :number", number).stream()
                        .collect(Collectors.toMap(row -> row.membership, Function.identity()));
        return rows(MembershipRow.class, "from MembershipRow where memberNumber = :number", number).stream()
                .map(row -> read(row, losses.get(row.filingId), bases.getOrDefault(row.filingId, List.of())))
                .sorted(IN_TIME)
                .toList();
    }

    private static Membership read(MembershipRow row, @Nullable MembershipLossRow loss, List<BaseSalary> bases) {
        return new Membership(
                new EstablishmentNumber(row.establishmentNumber),
                row.acquiredOn,
                loss == null ? null : new Loss(loss.lostOn, loss.cause, loss.filingId),
                bases,
                row.filingId);
    }

    private static BaseSalary read(BaseSalaryRow row) {
        return new BaseSalary(row.key.plan(), row.effectiveFrom, row.baseSalary, row.key.filingId(), row.replaces);
    }

    private List<MembershipPeriod> earlierPeriods(MemberNumber number) {
        return rows(
                        EarlierPeriodRow.class,
                        "from EarlierPeriodRow where memberNumber = :number order by key.acquiredOn",
                        number)
                .stream()
                .map(row -> new MembershipPeriod(row.key.acquiredOn(), row.lostOn))
                .toList();
    }

    private List<TransferredAsset> transferredAssets(MemberNumber number) {
        return rows(
                        TransferredAssetRow.class,
                        "from TransferredAssetRow where key.memberNumber = :number order by key.plan, key.ordinal",
                        number)
                .stream()
                .map(row -> new TransferredAsset(
                        row.key.ordinal(), row.key.plan(), row.receivedOn, row.source, row.creditedMonths))
                .toList();
    }

    private <T> List<T> rows(Class<T> type, String query, MemberNumber number) {
        return entities.createQuery(query, type)
                .setParameter("number", number.value())
                .getResultList();
    }

    private static @Nullable LocalDate lostOn(Membership membership) {
        return membership.loss() == null ? null : membership.loss().lostOn();
    }
}
