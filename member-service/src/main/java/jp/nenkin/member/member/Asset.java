package jp.nenkin.member.member;

import java.util.UUID;
import jp.nenkin.events.TransferredAsset;
import org.jspecify.annotations.Nullable;

/**
 * An asset that a member brought from another plan.
 *
 * @param amount yen; none for one taken over, whose balance the ledger has
 */
public record Asset(TransferredAsset asset, @Nullable Long amount, UUID filing) {}
