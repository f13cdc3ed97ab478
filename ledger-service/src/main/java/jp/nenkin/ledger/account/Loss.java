package jp.nenkin.ledger.account;

import java.time.LocalDate;
import jp.nenkin.events.LossCause;

/**
 * The end of a membership (資格喪失).
 *
 * @param lostOn the first day without membership
 */
public record Loss(LocalDate lostOn, LossCause cause) {}
