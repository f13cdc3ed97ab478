package jp.nenkin.events;

/** A fact of ledger-service on the topic ledger.events. */
public sealed interface LedgerEvent extends Event
        permits AccountEvent,
                BenefitQuoted,
                BillPrepared,
                RateApproved,
                RunCompleted,
                StatementPrepared,
                LedgerSealed,
                YearClosed {}
