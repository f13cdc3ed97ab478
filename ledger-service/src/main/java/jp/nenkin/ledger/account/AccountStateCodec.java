package jp.nenkin.ledger.account;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Accrual.YearSum;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;

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
    private static final int LARGEST = 4096;
    private static final List<FilingType> TYPES =
            List.of(FilingType.ENROLMENT, FilingType.BASE_SALARY_CHANGE, FilingType.LOSS, FilingType.TAKE_OVER);
    private static final List<FilingChannel> CHANNELS = List.of(FilingChannel.PAPER, FilingChannel.DATA);
    private static final ThreadLocal<ByteBuffer> BUFFER = ThreadLocal.withInitial(() -> ByteBuffer.allocate(LARGEST));

    private AccountStateCodec() {}

    /**
     * The bytes to store.
     *
     * @throws IllegalArgumentException for an account that is not open: it has no row
     */
    public static byte[] bytes(AccountState state) {
        ByteBuffer out = BUFFER.get().clear().put(FORMAT);
        switch (state) {
            case Unopened unopened -> throw new IllegalArgumentException(unopened + " has nothing to store");
            case AwaitingBalance awaiting -> {
                put(out.put(AWAITING), awaiting.membership());
                put(out, awaiting.baseSalaries());
            }
            case Active active -> {
                put(out.put(ACTIVE), active.membership());
                put(out, active.contributions());
                put(out, active.accrual());
            }
            case Payable payable -> putLost(out.put(PAYABLE), payable, payable.lostOn());
            case Frozen frozen -> putLost(out.put(FROZEN), frozen, frozen.lostOn());
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
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
            AccountState state = read(id, in.get(), in);
            if (in.hasRemaining()) {
                throw new IllegalStateException("state of account " + id + " is longer than its form");
            }
            return state;
        } catch (BufferUnderflowException e) {
            throw new IllegalStateException("state of account " + id + " is cut short", e);
        }
    }

    private static AccountState read(AccountId id, byte kind, ByteBuffer in) {
        return switch (kind) {
            case AWAITING -> new AwaitingBalance(id, membership(in), baseSalaries(in));
            case ACTIVE -> new Active(id, membership(in), contributions(in), accrual(in));
            case PAYABLE -> new Payable(id, membership(in), date(in), accrual(in));
            case FROZEN -> new Frozen(id, membership(in), date(in), accrual(in));
            default -> throw new IllegalStateException("state of account " + id + " is of unknown kind " + kind);
        };
    }

    private static void putLost(ByteBuffer out, Opened state, LocalDate lostOn) {
        put(out, state.membership());
        put(out, lostOn);
        put(out, state.accrual());
    }

    private static void put(ByteBuffer out, Membership membership) {
        out.putInt(membership.establishment().value());
        put(out, membership.acquiredOn());
        put(out, membership.joinedOn());
        out.putInt(membership.earlierMonths());
        out.put((byte) (membership.transferredAsset() ? 1 : 0));
    }

    private static Membership membership(ByteBuffer in) {
        return new Membership(new EstablishmentNumber(in.getInt()), date(in), date(in), in.getInt(), in.get() == 1);
    }

    private static void put(ByteBuffer out, Accrual accrual) {
        put(out, accrual.from());
        out.putLong(accrual.opening().amount());
        out.putInt(accrual.year().year());
        put(out, accrual.current());
        put(out, accrual.following());
    }

    private static Accrual accrual(ByteBuffer in) {
        return new Accrual(date(in), new Yen(in.getLong()), new FiscalYear(in.getInt()), sum(in), sum(in));
    }

    private static void put(ByteBuffer out, YearSum sum) {
        out.putLong(sum.amount().amount()).putLong(sum.yenMonths());
    }

    private static YearSum sum(ByteBuffer in) {
        return new YearSum(new Yen(in.getLong()), in.getLong());
    }

    private static void put(ByteBuffer out, Contributions contributions) {
        put(out, contributions.first());
        put(out, contributions.through());
        put(out, contributions.baseSalaries());
    }

    private static Contributions contributions(ByteBuffer in) {
        return new Contributions(month(in), month(in), baseSalaries(in));
    }

    private static void put(ByteBuffer out, BaseSalaries salaries) {
        out.putShort((short) salaries.entries().size());
        for (BaseSalary salary : salaries.entries()) {
            put(out, salary.effectiveFrom());
            out.putLong(salary.amount().amount());
            put(out, salary.filing());
        }
    }

    private static BaseSalaries baseSalaries(ByteBuffer in) {
        int size = in.getShort();
        List<BaseSalary> entries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            entries.add(new BaseSalary(month(in), new Yen(in.getLong()), filing(in)));
        }
        return new BaseSalaries(entries);
    }

    private static void put(ByteBuffer out, Filing filing) {
        out.putLong(filing.id().getMostSignificantBits()).putLong(filing.id().getLeastSignificantBits());
        out.put((byte) TYPES.indexOf(filing.type())).put((byte) CHANNELS.indexOf(filing.channel()));
        put(out, filing.receivedOn());
    }

    private static Filing filing(ByteBuffer in) {
        return new Filing(new UUID(in.getLong(), in.getLong()), TYPES.get(in.get()), CHANNELS.get(in.get()), date(in));
    }

    private static void put(ByteBuffer out, LocalDate date) {
        out.putInt((int) date.toEpochDay());
    }

    private static LocalDate date(ByteBuffer in) {
        return LocalDate.ofEpochDay(in.getInt());
    }

    private static void put(ByteBuffer out, YearMonth month) {
        out.putInt(month.getYear() * 12 + month.getMonthValue() - 1);
    }

    private static YearMonth month(ByteBuffer in) {
        int months = in.getInt();
        return YearMonth.of(Math.floorDiv(months, 12), Math.floorMod(months, 12) + 1);
    }
}
