package jp.nenkin.ledger.account;

import java.time.YearMonth;
import jp.nenkin.events.Filing;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.Yen;

/**
 * A base salary (基準給与) at an establishment and the filing it rests on, from a month until a later one takes its place.
 *
 * @param amount zero where the establishment does not offer the plan: the month brings no contribution
 */
public record BaseSalary(YearMonth effectiveFrom, EstablishmentNumber establishment, Yen amount, Filing filing) {}
