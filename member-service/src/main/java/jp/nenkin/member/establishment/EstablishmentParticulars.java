package jp.nenkin.member.establishment;

import org.jspecify.annotations.Nullable;

/**
 * What an establishment is called, and how its files are taken.
 *
 * @param office its symbol with the pension service, if an officer has entered it
 * @param filingsNeedApproval whether a file waits until a second person of it approves
 */
record EstablishmentParticulars(String name, @Nullable Office office, boolean filingsNeedApproval) {}
