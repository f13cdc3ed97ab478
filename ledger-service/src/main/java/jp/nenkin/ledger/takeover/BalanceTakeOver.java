package jp.nenkin.ledger.takeover;

import java.time.LocalDate;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.Yen;

/** One balance of the former system, right after its last crediting. */
record BalanceTakeOver(AccountId account, LocalDate creditedOn, Yen balance) {}
