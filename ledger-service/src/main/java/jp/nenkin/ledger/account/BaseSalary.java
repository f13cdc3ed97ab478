package jp.nenkin.ledger.account;

import java.time.YearMonth;
import jp.nenkin.events.Filing;
import jp.nenkin.ledger.money.Yen;

/** A base salary (基準給与) and the filing it rests on, from a month until a later one takes its place. */
public record BaseSalary(YearMonth effectiveFrom, Yen amount, Filing filing) {}
