package jp.nenkin.ledger.account;

import java.time.LocalDate;
import jp.nenkin.ledger.account.AccountCommand.Asset;
import jp.nenkin.ledger.account.AccountCommand.ReceiveTransfer;
import jp.nenkin.ledger.account.AccountEvent.AccountOpened;
import jp.nenkin.ledger.account.AccountEvent.TransferCredited;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Decision.Accepted;
import jp.nenkin.ledger.account.Decision.Refused;
import jp.nenkin.ledger.money.EstablishmentNumber;

/** An asset brought from another plan, as a sub-account of its own. Source: domain rules, section 5. */
final class Receiving {
    private Receiving() {}

    static Decision of(AccountState state, ReceiveTransfer command, Books books) {
        if (state instanceof RatePending) {
            return Accepted.NOTHING;
        }
        if (!(state instanceof Unopened)) {
            return new Refused(Refusal.ACCOUNT_ALREADY_OPEN, "account " + state.account() + " is open already");
        }
        Asset asset = command.asset();
        Draft draft = new Draft(state, books);
        draft.add(new AccountOpened(
                state.account(),
                asset.receivedOn(),
                membership(command).carrying(asset.creditedMonths()),
                null,
                false,
                command.membership() == null,
                command.filing()));
        draft.add(new TransferCredited(
                state.account(),
                asset.receivedOn(),
                asset.amount(),
                asset.amount(),
                asset.source(),
                asset.creditedMonths(),
                command.filing()));
        return AccountDecider.broughtToTheBooks(draft, asset.receivedOn(), command.filing(), books);
    }

    private static Membership membership(ReceiveTransfer command) {
        LocalDate receivedOn = command.asset().receivedOn();
        return command.membership() == null
                ? new Membership(EstablishmentNumber.NONE, receivedOn, receivedOn, 0, true, 0)
                : command.membership();
    }
}
