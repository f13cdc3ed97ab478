package jp.nenkin.member.member;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.member.establishment.EstablishmentNumber;
import org.jspecify.annotations.Nullable;

/** Puts a member together from the rows that the caller may see, without what was taken back. */
@ApplicationScoped
class MemberReader {
    private static final Comparator<Membership> IN_TIME = comparing(Membership::acquiredOn)
            .thenComparing(MemberReader::lostOn, nullsLast(Comparator.<LocalDate>naturalOrder()));

    private final EntityManager entities;

    MemberReader(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Member> find(MemberNumber number) {
        return profile(number).map(profile -> read(number, profile));
    }

    private Member read(MemberNumber number, Profile profile) {
        Set<UUID> retracted = retracted(number);
        return new Member(
                number,
                profile,
                memberships(number, retracted),
                earlierPeriods(number),
                assets(number, retracted),
                address(number, retracted));
    }

    private Set<UUID> retracted(MemberNumber number) {
        return rows(RetractionRow.class, "from RetractionRow where memberNumber = :number", number).stream()
                .map(row -> row.retracted)
                .collect(Collectors.toSet());
    }

    private Optional<Profile> profile(MemberNumber number) {
        return rows(ProfileRow.class, """
                        from ProfileRow p where p.memberNumber = :number
                        and not exists (from ProfileRow n where n.replaces = p.filingId)
                        """, number).stream().findFirst().map(MemberReader::read);
    }

    /**
     * The names that filings said of a member, those that were taken back left out: each as the profile was then, the
     * latest first.
     */
    List<Profile> names(MemberNumber number) {
        Set<UUID> retracted = retracted(number);
        List<ProfileRow> rows = rows(ProfileRow.class, "from ProfileRow where memberNumber = :number", number);
        Map<UUID, ProfileRow> byFiling = rows.stream().collect(Collectors.toMap(row -> row.filingId, row -> row));
        Set<UUID> replaced =
                rows.stream().flatMap(row -> Stream.ofNullable(row.replaces)).collect(Collectors.toSet());
        return rows.stream()
                .filter(row -> !replaced.contains(row.filingId))
                .flatMap(head -> Stream.iterate(
                        head, Objects::nonNull, row -> row.replaces == null ? null : byFiling.get(row.replaces)))
                .map(MemberReader::read)
                .filter(profile -> profile.naming().filing().equals(profile.filing()))
                .filter(profile -> !retracted.contains(profile.filing()))
                .toList();
    }

    private static Profile read(ProfileRow row) {
        return new Profile(
                row.name,
                row.birthDate,
                row.filingId,
                new Particulars(
                        row.nameKana,
                        row.sex,
                        row.basicPensionNumber == null ? null : new PensionNumber(row.basicPensionNumber)),
                new Naming(row.namedBy == null ? row.filingId : row.namedBy, row.namedOn));
    }

    private List<Membership> memberships(MemberNumber number, Set<UUID> retracted) {
        List<MembershipRow> versions =
                rows(MembershipRow.class, "from MembershipRow where memberNumber = :number", number);
        Set<UUID> enrolments = versions.stream().map(row -> row.filingId).collect(Collectors.toSet());
        Map<UUID, List<BaseSalary>> bases = bases(number, retracted, enrolments);
        Map<UUID, MembershipLossRow> losses =
                rows(MembershipLossRow.class, "from MembershipLossRow where memberNumber = :number", number).stream()
                        .filter(row -> !retracted.contains(row.filingId))
                        .collect(Collectors.toMap(row -> row.membership, Function.identity()));
        return versions.stream()
                .filter(row -> !retracted.contains(row.filingId))
                .map(row -> read(row, losses.get(row.root), bases.getOrDefault(row.root, List.of())))
                .sorted(IN_TIME)
                .toList();
    }

    /**
     * By membership; what a figure that was taken back had replaced stays out with it, but for what the enrolment said:
     * a change holds beside that.
     */
    private Map<UUID, List<BaseSalary>> bases(MemberNumber number, Set<UUID> retracted, Set<UUID> enrolments) {
        List<BaseSalaryRow> rows = rows(BaseSalaryRow.class, "from BaseSalaryRow where memberNumber = :number", number);
        Map<BaseSalaryRow.KeyRow, BaseSalaryRow> replacers = rows.stream()
                .filter(row -> row.replaces != null)
                .collect(Collectors.toMap(
                        row -> new BaseSalaryRow.KeyRow(Objects.requireNonNull(row.replaces), row.key.plan()),
                        Function.identity()));
        return rows.stream()
                .filter(row -> enrolments.contains(row.key.filingId())
                        ? !retracted.contains(row.key.filingId())
                        : isKept(row, replacers, retracted))
                .sorted(comparing(row -> row.effectiveFrom))
                .collect(Collectors.groupingBy(
                        row -> row.membership, Collectors.mapping(MemberReader::read, Collectors.toList())));
    }

    private static boolean isKept(
            BaseSalaryRow row, Map<BaseSalaryRow.KeyRow, BaseSalaryRow> replacers, Set<UUID> retracted) {
        for (@Nullable BaseSalaryRow each = row; each != null; each = replacers.get(each.key)) {
            if (retracted.contains(each.key.filingId())) {
                return false;
            }
        }
        return true;
    }

    private static Membership read(MembershipRow row, @Nullable MembershipLossRow loss, List<BaseSalary> bases) {
        return new Membership(
                new EstablishmentNumber(row.establishmentNumber),
                row.acquiredOn,
                loss == null ? null : new Loss(loss.lostOn, loss.cause, loss.filingId),
                bases,
                row.filingId,
                row.root,
                row.insuredNumber);
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

    private List<Asset> assets(MemberNumber number, Set<UUID> retracted) {
        return rows(
                        TransferredAssetRow.class,
                        "from TransferredAssetRow where memberNumber = :number order by key.plan, key.ordinal",
                        number)
                .stream()
                .filter(row -> !retracted.contains(row.key.filingId()))
                .map(row -> new Asset(
                        new TransferredAsset(
                                row.key.ordinal(), row.key.plan(), row.receivedOn, row.source, row.creditedMonths),
                        row.amount,
                        row.key.filingId()))
                .toList();
    }

    private @Nullable Address address(MemberNumber number, Set<UUID> retracted) {
        return rows(AddressRow.class, "from AddressRow where memberNumber = :number", number).stream()
                .filter(row -> !retracted.contains(row.filingId))
                .max(Comparator.comparing((AddressRow row) -> row.changedOn).thenComparing(row -> row.toldAt))
                .map(row -> new Address(row.postcode, row.address, row.changedOn, row.filingId))
                .orElse(null);
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
