package jp.nenkin.member.filing;

import java.util.UUID;
import jp.nenkin.member.establishment.EstablishmentNumber;

/** The filing 取消: an earlier filing should not have been made. */
record Cancellation(EstablishmentNumber establishment, UUID filing) {}
