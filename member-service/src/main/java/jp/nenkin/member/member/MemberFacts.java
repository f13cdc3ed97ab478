package jp.nenkin.member.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.name.NameKey;
import org.jspecify.annotations.Nullable;

/** Writes the facts of members, each with its filing; to be called within the filing's transaction, after its row. */
@ApplicationScoped
public class MemberFacts {
    private final EntityManager entities;
    private final Clock clock;

    MemberFacts(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Whose fact a filing says, and where it was filed. */
    public record Filed(MemberNumber member, EstablishmentNumber establishment, UUID filing) {}

    /**
     * Who a member is from now on.
     *
     * @param replaces the filing that said otherwise before
     */
    public void know(MemberNumber number, Profile profile, @Nullable UUID replaces) {
        ProfileRow row = new ProfileRow();
        row.filingId = profile.filing();
        row.memberNumber = number.value();
        row.name = profile.name();
        row.nameKey = NameKey.of(profile.name()).value();
        String kana = profile.particulars().nameKana();
        row.nameKana = kana;
        row.kanaKey = kana == null ? null : NameKey.of(kana).value();
        row.birthDate = profile.birthDate();
        row.sex = profile.particulars().sex();
        PensionNumber pensionNumber = profile.particulars().pensionNumber();
        row.basicPensionNumber = pensionNumber == null ? null : pensionNumber.value();
        row.namedBy = profile.naming().filing();
        row.namedOn = profile.naming().since();
        row.replaces = replaces;
        entities.persist(row);
    }

    /** A membership begins; its base salaries come after it. */
    public void begin(MemberNumber number, Membership membership) {
        begin(number, membership, null);
    }

    /** The base salaries that a new membership begins with. */
    public void beginWithBases(MemberNumber number, Membership membership) {
        MembershipId at = new MembershipId(number, membership.establishment(), membership.root());
        membership.baseSalaries().forEach(base -> add(at, base, null));
    }

    /** A membership began otherwise than it was said, with its base salaries; after what was said was retracted. */
    public void beganOtherwise(MemberNumber number, Membership membership, UUID replaces) {
        begin(number, membership, replaces);
        MembershipId at = new MembershipId(number, membership.establishment(), membership.root());
        membership.baseSalaries().forEach(base -> change(at, base));
    }

    private void begin(MemberNumber number, Membership membership, @Nullable UUID replaces) {
        MembershipRow row = new MembershipRow();
        row.filingId = membership.filing();
        row.memberNumber = number.value();
        row.establishmentNumber = membership.establishment().value();
        row.acquiredOn = membership.acquiredOn();
        row.root = membership.root();
        row.replaces = replaces;
        row.insuredNumber = membership.insuredNumber();
        entities.persist(row);
    }

    /** A base salary takes effect. */
    public void change(MembershipId at, BaseSalary base) {
        // Kept behind the last one of its day, also where that was taken back, so that a day has one head.
        UUID last = entities.createQuery("""
                        select b.key.filingId from BaseSalaryRow b
                        where b.membership = :root and b.key.plan = :plan and b.effectiveFrom = :day
                        and not exists (from BaseSalaryRow n
                            where n.replaces = b.key.filingId and n.key.plan = b.key.plan)
                        """, UUID.class)
                .setParameter("root", at.root())
                .setParameter("plan", base.plan())
                .setParameter("day", base.effectiveFrom())
                .getResultStream()
                .findFirst()
                .orElse(null);
        add(at, base, last);
    }

    private void add(MembershipId at, BaseSalary base, @Nullable UUID replaces) {
        BaseSalaryRow row = new BaseSalaryRow();
        row.key = new BaseSalaryRow.KeyRow(base.filing(), base.plan());
        row.membership = at.root();
        row.memberNumber = at.member().value();
        row.establishmentNumber = at.establishment().value();
        row.effectiveFrom = base.effectiveFrom();
        row.baseSalary = base.yen();
        row.replaces = replaces;
        entities.persist(row);
    }

    /** A membership ends. */
    public void end(MembershipId at, Loss loss) {
        MembershipLossRow row = new MembershipLossRow();
        row.filingId = loss.filing();
        row.membership = at.root();
        row.memberNumber = at.member().value();
        row.establishmentNumber = at.establishment().value();
        row.lostOn = loss.lostOn();
        row.cause = loss.cause();
        // The last one before was taken back.
        row.replaces = entities.createQuery("""
                        select l.filingId from MembershipLossRow l where l.membership = :root
                        and not exists (from MembershipLossRow n where n.replaces = l.filingId)
                        """, UUID.class)
                .setParameter("root", at.root())
                .getResultStream()
                .findFirst()
                .orElse(null);
        entities.persist(row);
    }

    /** What a filing said no longer holds. */
    public void retract(Filed by, UUID retracted) {
        RetractionRow row = new RetractionRow();
        row.filingId = by.filing();
        row.retracted = retracted;
        row.memberNumber = by.member().value();
        row.establishmentNumber = by.establishment().value();
        entities.persist(row);
    }

    /** Where a member lives. */
    public void live(Filed by, Address address) {
        AddressRow row = addressRow(by, address);
        row.toldAt = clock.instant();
        entities.persist(row);
    }

    private static AddressRow addressRow(Filed by, Address address) {
        AddressRow row = new AddressRow();
        row.filingId = by.filing();
        row.memberNumber = by.member().value();
        row.establishmentNumber = by.establishment().value();
        row.postcode = address.postcode();
        row.address = address.address();
        row.changedOn = address.changedOn();
        return row;
    }

    /** Where a filing said that a member lives, its correction says too, of another day: told when it was then. */
    public void liveStill(Filed by, UUID said, LocalDate changedOn) {
        AddressRow former = entities.find(AddressRow.class, said);
        if (former != null) {
            AddressRow row = addressRow(by, new Address(former.postcode, former.address, changedOn, by.filing()));
            row.toldAt = former.toldAt;
            entities.persist(row);
        }
    }

    /**
     * An asset came from another plan.
     *
     * @param replaces the filing that said otherwise of the asset of this number
     */
    public void bring(Filed by, TransferredAsset asset, @Nullable Long amount, @Nullable UUID replaces) {
        TransferredAssetRow row = new TransferredAssetRow();
        row.key = new TransferredAssetRow.KeyRow(by.filing(), asset.plan(), asset.ordinal());
        row.memberNumber = by.member().value();
        row.establishmentNumber = by.establishment().value();
        row.receivedOn = asset.receivedOn();
        row.source = asset.source();
        row.creditedMonths = asset.creditedMonths();
        row.amount = amount;
        row.replaces = replaces;
        entities.persist(row);
    }

    /** What was before the take-over that the filing is. */
    public void bringPeriods(Filed by, List<MembershipPeriod> periods) {
        for (MembershipPeriod period : periods) {
            EarlierPeriodRow row = new EarlierPeriodRow();
            row.key = new EarlierPeriodRow.KeyRow(by.filing(), period.acquiredOn());
            row.memberNumber = by.member().value();
            row.establishmentNumber = by.establishment().value();
            row.lostOn = period.lostOn();
            entities.persist(row);
        }
    }
}
