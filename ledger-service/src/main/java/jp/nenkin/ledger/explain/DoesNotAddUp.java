package jp.nenkin.ledger.explain;

import jp.nenkin.ledger.money.AccountId;

/** A posted figure is not what the rules make of the facts on record: corruption, of whichever of the two. */
final class DoesNotAddUp extends RuntimeException {
    private final transient AccountId account;
    private final String finding;

    DoesNotAddUp(AccountId account, String finding) {
        super(account + ": " + finding);
        this.account = account;
        this.finding = finding;
    }

    AccountId account() {
        return account;
    }

    String finding() {
        return finding;
    }
}
