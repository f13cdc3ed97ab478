package jp.nenkin.member.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Database;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.name.NameKey;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The members of the fund, as far as the caller may see them. */
@ApplicationScoped
public class Members implements PanacheRepositoryBase<MemberRow, String> {
    // A sequence far below a block of taken-over numbers walks past it; more than this is a fault.
    private static final int MOST_NUMBERS_TRIED = 10_000;
    private static final long HIGHEST_LEFT_BEHIND = 9_000_000_000L;
    private static final long PLACEHOLDER_COUNT = 900_000_000L;

    private static final ScopedValue<Placeholders> PLACEHOLDERS = ScopedValue.newInstance();

    private final MemberReader reader;
    private final CareerReader careers;
    private final MemberFacts facts;
    private final Turns turns;
    private final Database database;

    Members(MemberReader reader, CareerReader careers, MemberFacts facts, Turns turns, Database database) {
        this.database = database;
        this.turns = turns;
        this.reader = reader;
        this.careers = careers;
        this.facts = facts;
    }

    /** Where new facts of members are written. */
    public MemberFacts facts() {
        return facts;
    }

    @Transactional
    public Optional<Member> find(MemberNumber number) {
        return reader.find(number);
    }

    /**
     * Locks a member until the end of the transaction and reads him as he then is; empty if the caller may not see
     * him.
     */
    public Optional<Member> lock(MemberNumber number) {
        takeTurn(number);
        return reader.find(number);
    }

    /**
     * Locks somebody who may have been a member elsewhere; tells the little that the rules need, whoever may see it.
     */
    public Optional<FormerMember> lockForRejoining(MemberNumber number) {
        takeTurn(number);
        return careers.person(number).map(person -> new FormerMember(number, person, careers.of(number)));
    }

    /** All periods of a member in effect, those that the caller may not see too: for rules, not for answers. */
    public Career career(MemberNumber number) {
        return careers.of(number);
    }

    /**
     * The names that filings in effect said of a member the caller may see, the latest first: each as the profile was
     * then.
     */
    public List<Profile> names(MemberNumber number) {
        return reader.names(number);
    }

    /** The correction or cancellation that took a filing back; the caller may see both or neither. */
    public Optional<UUID> takenBackBy(UUID filing) {
        return session()
                .createQuery("select r.filingId from RetractionRow r where r.retracted = :filing", UUID.class)
                .setParameter("filing", filing)
                .uniqueResultOptional();
    }

    /** The filing that a correction or cancellation took back. */
    public Optional<UUID> takenBack(UUID by) {
        return session()
                .createQuery("select r.retracted from RetractionRow r where r.filingId = :by", UUID.class)
                .setParameter("by", by)
                .uniqueResultOptional();
    }

    /** The day from which the facts of a filing counted; empty where it said none or the caller may not see it. */
    public Optional<LocalDate> begunOn(UUID filing) {
        return session()
                .createNativeQuery("""
                        SELECT min(day) FROM (
                            SELECT acquired_on AS day FROM membership WHERE filing_id = :filing
                            UNION ALL SELECT lost_on FROM membership_loss WHERE filing_id = :filing
                            UNION ALL SELECT effective_from FROM base_salary WHERE filing_id = :filing
                            UNION ALL SELECT received_on FROM transferred_asset WHERE filing_id = :filing) AS fact
                        """, LocalDate.class)
                .setParameter("filing", filing)
                .uniqueResultOptional();
    }

    /** The number of the next asset of a member in a plan; one that was taken back keeps its own. */
    public int nextAsset(MemberNumber number, Plan plan) {
        return session()
                .createNativeQuery("SELECT next_asset(:number, :plan)", Integer.class)
                .setParameter("number", number.value())
                .setParameter("plan", plan.name())
                .getSingleResult();
    }

    /** One filing for a member at a time, until the end of the transaction. */
    private void takeTurn(MemberNumber number) {
        turns.take("member/" + number);
    }

    /**
     * The number of somebody of this name and birth date who is a member at the establishment.
     *
     * <p>Two enrolments of one person wait for each other here, so that the second sees the first.
     */
    public Optional<MemberNumber> namesake(EstablishmentNumber establishment, String name, LocalDate birthDate) {
        String person = String.join(
                "/",
                establishment.value(),
                birthDate.toString(),
                NameKey.of(name).value());
        turns.take(person);
        return session()
                .createQuery("""
                        select p.memberNumber from ProfileRow p, MembershipRow m
                        where p.birthDate = :birthDate and p.nameKey = :nameKey
                        and not exists (from ProfileRow n where n.replaces = p.filingId)
                        and m.memberNumber = p.memberNumber and m.establishmentNumber = :establishment
                        and not exists (from RetractionRow r where r.retracted = m.filingId)
                        and not exists (from MembershipLossRow l where l.membership = m.root
                            and not exists (from RetractionRow r where r.retracted = l.filingId))
                        """, String.class)
                .setParameter("birthDate", birthDate)
                .setParameter("nameKey", NameKey.of(name).value())
                .setParameter("establishment", establishment.value())
                .setMaxResults(1)
                .uniqueResultOptional()
                .map(MemberNumber::new);
    }

    /**
     * Whether another member holds a basic pension number, whoever may see him; two who bring the same number wait for
     * each other here.
     *
     * @param holder who may have it; null of somebody new
     */
    public boolean isOfAnother(PensionNumber pensionNumber, @Nullable MemberNumber holder) {
        turns.take("pension-number/" + pensionNumber.value());
        return session()
                .createNativeQuery("SELECT pension_number_of_another(:wanted, :holder)", Boolean.class)
                .setParameter("wanted", pensionNumber.value())
                .setParameter("holder", holder == null ? "" : holder.value())
                .getSingleResult();
    }

    /** Assigns the next number that nobody has. */
    public MemberNumber assign() {
        for (int tried = 0; tried < MOST_NUMBERS_TRIED; tried++) {
            MemberNumber next = MemberNumber.of(draw());
            if (add(next)) {
                return next;
            }
        }
        throw new IllegalStateException("No free member number in " + MOST_NUMBERS_TRIED);
    }

    /**
     * Numbers assigned inside are not the next ones: for what is rolled back, whose numbers would be lost.
     *
     * @param drawn makes it unlikely that two of them wait for each other's numbers
     */
    public <T> T withPlaceholders(UUID drawn, Supplier<T> work) {
        long first = HIGHEST_LEFT_BEHIND + Math.floorMod(drawn.getMostSignificantBits(), PLACEHOLDER_COUNT);
        return ScopedValue.where(PLACEHOLDERS, new Placeholders(first, new AtomicLong(first)))
                .call(work::get);
    }

    /** Numbers that are rolled back: those from the first up to the next are drawn. */
    private record Placeholders(long first, AtomicLong next) {
        boolean holds(MemberNumber number) {
            long value = Long.parseLong(number.value());
            return first <= value && value < next.get();
        }
    }

    /** Whether a number is none that anybody will have, but one of those that are assigned inside. */
    public boolean isPlaceholder(MemberNumber number) {
        return PLACEHOLDERS.isBound() && PLACEHOLDERS.get().holds(number);
    }

    private long draw() {
        // Not by Hibernate, whose cache of native queries finds none of them again and is searched longer with each.
        return PLACEHOLDERS.isBound()
                ? PLACEHOLDERS.get().next().getAndIncrement()
                : database.first("SELECT nextval('member_number')", Database.Binding.NONE, row -> row.getLong(1))
                        .orElseThrow();
    }

    /** Adds a member of this number; false if somebody has it. */
    public boolean add(MemberNumber number) {
        // Without a conflict target, since naming one asks for the right to see the row, which exists only afterwards.
        return database.update(
                        "INSERT INTO member (number) VALUES (?) ON CONFLICT DO NOTHING",
                        statement -> statement.setString(1, number.value()))
                == 1;
    }

    /** Adds members of these numbers; those that somebody has are not among the answer. For officers alone. */
    public Set<MemberNumber> addAll(Collection<MemberNumber> numbers) {
        List<String> inOrder =
                numbers.stream().map(MemberNumber::value).sorted().toList();
        Set<MemberNumber> added = session()
                .createNativeQuery("""
                        INSERT INTO member (number) SELECT string_to_table(:numbers, ',')
                        ON CONFLICT DO NOTHING RETURNING number
                        """, String.class)
                .setParameter("numbers", String.join(",", inOrder))
                .getResultStream()
                .map(MemberNumber::new)
                .collect(Collectors.toSet());
        leaveBehind(Long.parseLong(inOrder.getLast()));
        return added;
    }

    /** The sequence goes on after taken-over numbers, unless they lie so high that few would be left. */
    private void leaveBehind(long highest) {
        if (highest <= HIGHEST_LEFT_BEHIND) {
            session()
                    .createNativeQuery(
                            "SELECT setval('member_number', greatest(last_value, :highest)) FROM member_number",
                            Long.class)
                    .setParameter("highest", highest)
                    .getSingleResult();
        }
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
