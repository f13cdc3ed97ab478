package jp.nenkin.ledger.bill;

/** Why an amount stands on a bill. */
public enum BillLineKind {
    /** The month's contribution, posted by its run. */
    CONTRIBUTION,
    /** The contribution of an earlier month, filed late. */
    LATE_CONTRIBUTION,
    /** The difference of a month posted before. */
    ADJUSTMENT
}
