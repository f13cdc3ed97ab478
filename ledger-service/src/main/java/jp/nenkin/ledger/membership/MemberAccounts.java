package jp.nenkin.ledger.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Early;
import jp.nenkin.ledger.account.AccountState.Left;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Membership;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.MemberNumber;

/** A member's accounts as they stand, those of earlier lives included: what is paid out is followed by new ones. */
public final class MemberAccounts {
    private final MemberNumber member;
    private final Map<AccountId, AccountState> byId = new LinkedHashMap<>();

    public MemberAccounts(MemberNumber member, Collection<AccountState> states) {
        this.member = member;
        states.forEach(state -> byId.put(state.account(), state));
    }

    /** Whose accounts they are. */
    public MemberNumber member() {
        return member;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return byId.isEmpty();
    }

    /** An account's state. */
    public AccountState of(AccountId account) {
        return byId.getOrDefault(account, new Unopened(account));
    }

    boolean isOpen(AccountId account) {
        return !(of(account) instanceof Unopened);
    }

    /** The accounts' present life: how many times the member was paid before they were opened. */
    public int life() {
        return byId.values().stream()
                .filter(state -> !(state instanceof Unopened))
                .mapToInt(state -> state.account().life())
                .max()
                .orElse(0);
    }

    /** The life that an account opened now belongs to: after a payment another one. */
    int lifeOfNew() {
        int life = life();
        return ofLife(life).stream().anyMatch(Closed.class::isInstance) ? life + 1 : life;
    }

    /** Whether something that was filed waits for a rate: what is filed besides is decided with it. */
    boolean awaitRate() {
        return byId.values().stream().anyMatch(RatePending.class::isInstance);
    }

    /** The establishments of the accounts of the present life, a rate they wait for or not. */
    public Stream<EstablishmentNumber> establishments() {
        return ofLife(life()).stream()
                .flatMap(state -> opened(state).stream())
                .map(state -> state.membership().establishment());
    }

    /** The accounts of a life. */
    public List<AccountState> ofLife(int life) {
        return byId.values().stream()
                .filter(state -> state.account().life() == life && !(state instanceof Unopened))
                .toList();
    }

    /** The accounts of the present life whose member is one, a rate they wait for or not. */
    List<AccountState> ofMembers() {
        return ofLife(life()).stream()
                .filter(state -> opened(state).filter(Active.class::isInstance).isPresent())
                .toList();
    }

    /** The accounts that no loss has ended. */
    List<AccountState> notEnded() {
        return ofLife(life()).stream()
                .filter(state -> state instanceof AwaitingBalance
                        || opened(state).filter(Active.class::isInstance).isPresent())
                .toList();
    }

    /** The membership that the accounts rest on; empty while there is none. */
    Optional<Membership> membership() {
        return notEnded().stream()
                .map(state -> state instanceof AwaitingBalance awaiting
                        ? awaiting.membership()
                        : opened(state).orElseThrow().membership())
                .findFirst();
    }

    /** The last day on which a membership began or ended; empty for somebody who was never a member. */
    Optional<LocalDate> lastTurn() {
        return byId.values().stream().flatMap(state -> turn(state).stream()).max(LocalDate::compareTo);
    }

    private static Optional<LocalDate> turn(AccountState state) {
        return switch (state) {
            case AwaitingBalance awaiting -> Optional.of(awaiting.membership().acquiredOn());
            case Active active -> Optional.of(active.membership().acquiredOn());
            case Left left -> Optional.of(left.lostOn());
            case Early early -> Optional.empty();
            case RatePending pending -> turn(pending.before());
            case Closed closed -> Optional.of(closed.loss().lostOn());
            case Unopened unopened -> Optional.empty();
        };
    }

    /** The membership of an account that somebody gets who joins, or is back after a loss. */
    Membership membershipResumed(int life, EstablishmentNumber establishment, LocalDate acquiredOn) {
        for (AccountState state : ofLife(life)) {
            if (opened(state).orElse(null) instanceof Left left && !acquiredOn.isBefore(left.lostOn())) {
                return left.membership()
                        .resumed(establishment, acquiredOn, left.lostOn())
                        .carrying(0);
            }
        }
        boolean asset = ofLife(life).stream().anyMatch(Early.class::isInstance);
        return new Membership(establishment, acquiredOn, acquiredOn, 0, asset, 0);
    }

    /** Whether the member has brought an asset from another plan. */
    boolean hasAsset() {
        return ofLife(life()).stream()
                .anyMatch(state -> !state.account().isOrdinary()
                        || opened(state)
                                .filter(opened -> opened.membership().transferredAsset())
                                .isPresent());
    }

    /** The months that the member's assets carry, all together. */
    int creditedMonths() {
        return ofLife(life()).stream()
                .flatMap(state -> opened(state).stream())
                .mapToInt(opened -> opened.membership().creditedMonths())
                .sum();
    }

    /** What is known of an account that holds a balance. */
    public static Optional<Opened> opened(AccountState state) {
        return switch (state) {
            case Opened opened -> Optional.of(opened);
            case RatePending pending -> Optional.of(pending.before());
            case Unopened unopened -> Optional.empty();
            case AwaitingBalance awaiting -> Optional.empty();
            case Closed closed -> Optional.empty();
        };
    }
}
