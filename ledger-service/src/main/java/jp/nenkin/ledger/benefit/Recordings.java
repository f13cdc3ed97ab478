package jp.nenkin.ledger.benefit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import jp.nenkin.kit.CannotProcess;
import jp.nenkin.ledger.account.AccountEvent.AccountRestated;
import jp.nenkin.ledger.account.AccountEvent.MembershipResumed;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Left;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.journal.Append;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.membership.BirthDates;
import jp.nenkin.ledger.membership.MemberAccounts;
import jp.nenkin.ledger.membership.MemberDecider.Change;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.Recording;
import jp.nenkin.ledger.membership.RightToBenefit;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.run.FundBooks;

/** Begins recordings as the whole service makes them: with all that is kept beside the facts. */
@ApplicationScoped
public class Recordings {
    private final Journal journal;
    private final FundBooks fundBooks;
    private final BirthDates birthDates;
    private final Quotes quotes;
    private final AwaitedRateTable awaitedRates;
    private final ExcessTable excesses;
    private final EndingTable endings;
    private final Clock clock;

    Recordings(
            Journal journal,
            FundBooks fundBooks,
            BirthDates birthDates,
            Quotes quotes,
            AwaitedRateTable awaitedRates,
            ExcessTable excesses,
            EndingTable endings,
            Clock clock) {
        this.journal = journal;
        this.fundBooks = fundBooks;
        this.birthDates = birthDates;
        this.quotes = quotes;
        this.awaitedRates = awaitedRates;
        this.excesses = excesses;
        this.endings = endings;
        this.clock = clock;
    }

    /**
     * Begins an append to these members, which ends what has ended by today; once in a transaction, before its first
     * write.
     */
    public Recording begin(Collection<MemberNumber> members) {
        return new Recording(journal, journal.begin(members, clock), books(), this::right)
                .followedBy(this::follow)
                .endWhatHasCome();
    }

    /** The fund's books as of today. */
    public Books books() {
        return fundBooks.current().on(LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }

    /** What a member's age and the plan's terms give a right to. */
    public RightToBenefit right(MemberNumber member) {
        return new RightToBenefit(fundBooks.terms(), birthDates.of(member).orElse(null));
    }

    /**
     * Decides anew what follows from the age of those of the members who have left; members' accounts know no age.
     *
     * @param told writes the birth dates, once the members are held: an append comes before a transaction's first write
     * @throws CannotProcess when what is on record cannot be with it
     */
    public void decideLeaversAgain(Collection<MemberNumber> members, Runnable told) {
        if (members.isEmpty()) {
            told.run();
            return;
        }
        Recording recording = begin(members);
        told.run();
        for (MemberNumber member : members) {
            MemberAccounts accounts = recording.accounts(member);
            boolean left = accounts.ofLife(accounts.life()).stream()
                    .anyMatch(state -> state instanceof Left || state instanceof Closed);
            if (left && recording.again(member) instanceof Outcome.Refused refused) {
                throw new CannotProcess(
                        refused.refusal().name().toLowerCase(Locale.ROOT).replace('_', '-'), refused.detail());
            }
        }
        recording.finish();
    }

    private void follow(MemberAccounts accounts, List<Change> changes, Append append) {
        // Most changes are of members who stay: nothing is read or written for them.
        if (changes.isEmpty() || changes.stream().anyMatch(change -> concernsBenefit(change, accounts))) {
            append.flush();
            quotes.follow(accounts, append);
            excesses.note(accounts, fundBooks.terms());
            endings.note(accounts);
        }
        awaitedRates.note(accounts);
    }

    /** Whether an account is a leaver's, or may have been one before. */
    private static boolean concernsBenefit(Change change, MemberAccounts accounts) {
        boolean leaver = switch (accounts.of(change.account())) {
            case Left left -> true;
            case Closed closed -> true;
            case Opened opened -> false;
            case RatePending pending -> false;
            case Unopened unopened -> true;
            case AwaitingBalance awaiting -> false;
        };
        return leaver
                || change.events().stream()
                        .anyMatch(event -> event instanceof AccountRestated || event instanceof MembershipResumed);
    }
}
