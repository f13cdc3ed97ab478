package jp.nenkin.ledger.account;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Deferred;
import jp.nenkin.ledger.account.AccountState.Early;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.AccountState.Waiting;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;

/**
 * An account's state as the bytes that stand on each of its journal rows, so that nothing is replayed to go on.
 *
 * <p>Big-endian, first a format byte and a kind byte. The codes below are stored: they are never changed or reused.
 */
public final class AccountStateCodec {
    private static final byte FORMAT = 1;
    private static final byte AWAITING = 1;
    private static final byte ACTIVE = 2;
    private static final byte PAYABLE = 3;
    private static final byte FROZEN = 4;
    private static final byte DEFERRED = 5;
    private static final byte WAITING = 6;
    private static final byte EARLY = 7;
    private static final byte CLOSED = 8;
    private static final byte RATE_PENDING = 9;
    private static final byte UNOPENED = 10;
    private static final int LARGEST = 8192;
    private static final ThreadLocal<ByteBuffer> BUFFER = ThreadLocal.withInitial(() -> ByteBuffer.allocate(LARGEST));

    private AccountStateCodec() {}

    /** The bytes to store. */
    public static byte[] bytes(AccountState state) {
        ByteBuffer out = BUFFER.get().clear().put(FORMAT);
        put(out, state);
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private static void put(ByteBuffer out, AccountState state) {
        switch (state) {
            case Unopened unopened -> out.put(UNOPENED);
            case AwaitingBalance awaiting -> {
                StateFields.put(out.put(AWAITING), awaiting.membership());
                StateFields.put(out, awaiting.baseSalaries());
            }
            case RatePending pending -> {
                out.put(RATE_PENDING).putInt(pending.awaited().year());
                put(out, pending.before());
            }
            case Closed closed -> {
                StateFields.put(out.put(CLOSED), closed.membership());
                StateFields.put(out, closed.loss());
                StateFields.put(out, closed.balance());
                StateFields.put(out, closed.excess());
                StateFields.put(out, closed.rounding());
            }
            case Opened opened -> putOpened(out, opened);
        }
    }

    private static void putOpened(ByteBuffer out, Opened opened) {
        StateFields.put(out.put(kind(opened)), opened.membership());
        switch (opened) {
            case Active active -> StateFields.put(out, active.contributions());
            case Payable payable -> StateFields.put(out, payable.loss());
            case Frozen frozen -> StateFields.put(out, frozen.loss());
            case Deferred deferred -> {
                StateFields.put(out, deferred.loss());
                StateFields.putOrNone(out, deferred.until());
            }
            case Waiting waiting -> {
                StateFields.put(out, waiting.loss());
                StateFields.putOrNone(out, waiting.until());
            }
            case Early early -> {}
        }
        StateFields.put(out, opened.accrual());
    }

    private static byte kind(Opened opened) {
        return switch (opened) {
            case Active active -> ACTIVE;
            case Payable payable -> PAYABLE;
            case Frozen frozen -> FROZEN;
            case Deferred deferred -> DEFERRED;
            case Waiting waiting -> WAITING;
            case Early early -> EARLY;
        };
    }

    /**
     * Reads stored bytes.
     *
     * @throws IllegalStateException when the bytes are of no known form, which is corruption
     */
    public static AccountState read(AccountId id, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            byte format = in.get();
            if (format != FORMAT) {
                throw new IllegalStateException("state of account " + id + " has unknown format " + format);
            }
            AccountState state = read(id, in);
            if (in.hasRemaining()) {
                throw new IllegalStateException("state of account " + id + " is longer than its form");
            }
            return state;
        } catch (BufferUnderflowException e) {
            throw new IllegalStateException("state of account " + id + " is cut short", e);
        }
    }

    private static AccountState read(AccountId id, ByteBuffer in) {
        byte kind = in.get();
        return switch (kind) {
            case UNOPENED -> new Unopened(id);
            case AWAITING -> new AwaitingBalance(id, StateFields.membership(in), StateFields.baseSalaries(in));
            case RATE_PENDING -> pending(id, new FiscalYear(in.getInt()), in);
            case CLOSED ->
                new Closed(
                        id,
                        StateFields.membership(in),
                        StateFields.loss(in),
                        StateFields.yen(in),
                        StateFields.yen(in),
                        StateFields.yen(in));
            default -> opened(id, kind, StateFields.membership(in), in);
        };
    }

    private static RatePending pending(AccountId id, FiscalYear awaited, ByteBuffer in) {
        if (read(id, in) instanceof Opened before) {
            return new RatePending(before, awaited);
        }
        throw new IllegalStateException("account " + id + " waits for a rate without being open");
    }

    private static Opened opened(AccountId id, byte kind, Membership membership, ByteBuffer in) {
        return switch (kind) {
            case ACTIVE -> new Active(id, membership, StateFields.contributions(in), StateFields.accrual(in));
            case PAYABLE -> new Payable(id, membership, StateFields.loss(in), StateFields.accrual(in));
            case FROZEN -> new Frozen(id, membership, StateFields.loss(in), StateFields.accrual(in));
            case DEFERRED ->
                new Deferred(id, membership, StateFields.loss(in), StateFields.dateOrNone(in), StateFields.accrual(in));
            case WAITING ->
                new Waiting(id, membership, StateFields.loss(in), StateFields.dateOrNone(in), StateFields.accrual(in));
            case EARLY -> new Early(id, membership, StateFields.accrual(in));
            default -> throw new IllegalStateException("state of account " + id + " is of unknown kind " + kind);
        };
    }
}
