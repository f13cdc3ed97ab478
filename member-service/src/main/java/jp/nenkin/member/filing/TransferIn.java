package jp.nenkin.member.filing;

import java.time.LocalDate;
import jp.nenkin.events.Plan;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;

/**
 * The filing 移換: a member brought an asset from another plan.
 *
 * @param amount yen
 */
record TransferIn(EstablishmentNumber establishment, MemberNumber memberNumber, Brought brought, long amount)
        implements Correctable {

    /**
     * What came.
     *
     * @param receivedOn the day the fund received it
     * @param creditedMonths months of membership that it carries
     */
    record Brought(Plan plan, LocalDate receivedOn, String source, int creditedMonths) {
        TransferredAsset numbered(int ordinal) {
            return new TransferredAsset(ordinal, plan, receivedOn, source, creditedMonths);
        }
    }

    @Override
    public FiledType type() {
        return FiledType.TRANSFER_IN;
    }
}
