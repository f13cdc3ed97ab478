package jp.nenkin.member.member;

import java.util.UUID;
import jp.nenkin.member.establishment.EstablishmentNumber;

/**
 * Whose membership and where: what its losses and base salaries are kept under, however it was corrected.
 *
 * @param root the filing that it first began with
 */
public record MembershipId(MemberNumber member, EstablishmentNumber establishment, UUID root) {}
