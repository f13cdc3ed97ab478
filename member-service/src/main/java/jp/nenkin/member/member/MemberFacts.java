package jp.nenkin.member.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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

    MemberFacts(EntityManager entities) {
        this.entities = entities;
    }

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
        row.birthDate = profile.birthDate();
        row.replaces = replaces;
        entities.persist(row);
    }

    /** A membership begins, after the loss of the one before if there was one; its base salaries come after it. */
    public void begin(MemberNumber number, Membership membership, FormerMember.@Nullable Ended follows) {
        MembershipRow row = new MembershipRow();
        row.filingId = membership.filing();
        row.memberNumber = number.value();
        row.establishmentNumber = membership.establishment().value();
        row.acquiredOn = membership.acquiredOn();
        if (follows != null) {
            row.follows = follows.filing();
            row.followsLostOn = follows.lostOn();
        }
        entities.persist(row);
    }

    /** The base salaries that a membership begins with. */
    public void begin(MemberNumber number, Membership membership) {
        membership.baseSalaries().forEach(base -> change(number, membership, base));
    }

    /** A base salary takes effect. */
    public void change(MemberNumber number, Membership membership, BaseSalary base) {
        BaseSalaryRow row = new BaseSalaryRow();
        row.key = new BaseSalaryRow.KeyRow(base.filing(), base.plan());
        row.membership = membership.filing();
        row.memberNumber = number.value();
        row.establishmentNumber = membership.establishment().value();
        row.acquiredOn = membership.acquiredOn();
        row.effectiveFrom = base.effectiveFrom();
        row.baseSalary = base.yen();
        row.replaces = base.replaces();
        entities.persist(row);
    }

    /** A membership ends. */
    public void end(MemberNumber number, Membership membership, Loss loss) {
        MembershipLossRow row = new MembershipLossRow();
        row.filingId = loss.filing();
        row.membership = membership.filing();
        row.memberNumber = number.value();
        row.establishmentNumber = membership.establishment().value();
        row.acquiredOn = membership.acquiredOn();
        row.lostOn = loss.lostOn();
        row.cause = loss.cause();
        entities.persist(row);
    }

    /** What was before the take-over that the filing is. */
    public void bringPeriods(
            MemberNumber number, EstablishmentNumber establishment, UUID filing, List<MembershipPeriod> periods) {
        for (MembershipPeriod period : periods) {
            EarlierPeriodRow row = new EarlierPeriodRow();
            row.key = new EarlierPeriodRow.KeyRow(filing, period.acquiredOn());
            row.memberNumber = number.value();
            row.establishmentNumber = establishment.value();
            row.lostOn = period.lostOn();
            entities.persist(row);
        }
    }

    /** What the member brought from other plans before the take-over that the filing is. */
    public void bringAssets(
            MemberNumber number, EstablishmentNumber establishment, UUID filing, List<TransferredAsset> assets) {
        for (TransferredAsset asset : assets) {
            TransferredAssetRow row = new TransferredAssetRow();
            row.key = new TransferredAssetRow.KeyRow(number.value(), asset.plan(), asset.ordinal());
            row.filingId = filing;
            row.establishmentNumber = establishment.value();
            row.receivedOn = asset.receivedOn();
            row.source = asset.source();
            row.creditedMonths = asset.creditedMonths();
            entities.persist(row);
        }
    }
}
