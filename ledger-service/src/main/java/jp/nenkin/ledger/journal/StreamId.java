package jp.nenkin.ledger.journal;

import jp.nenkin.events.Plan;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;

/** A stream's number, computed from what the stream belongs to, so that it need not be looked up. */
public record StreamId(long value) implements Comparable<StreamId> {
    /** The one stream of all seals, whose versions are their numbers; below any run's. */
    public static final StreamId SEALS = new StreamId(-1_000_000_000_000L);

    static final long PER_MEMBER = 10_000;
    static final long FIRST_STATEMENT = 5_000;
    private static final long QUOTES = 9_000;
    private static final int PER_PLAN = 1_000;
    private static final int FIRST_YEAR = 1900;
    private static final long BILLS = -2_000_000_000_000L;
    private static final long YEARS = -3_000_000_000_000L;

    public static StreamId of(AccountId account) {
        int within = number(account.plan()) * PER_PLAN + account.ordinal();
        return new StreamId(account.member().value() * PER_MEMBER + within);
    }

    /** The member's own stream: the facts on record, of which the accounts follow. */
    public static StreamId of(MemberNumber member) {
        return new StreamId(member.value() * PER_MEMBER);
    }

    /** The last number that an account of the member can have. */
    public static StreamId lastAccountOf(MemberNumber member) {
        return new StreamId(member.value() * PER_MEMBER + FIRST_STATEMENT - 1);
    }

    /** What is stated to a member for a fiscal year. */
    public static StreamId statement(MemberNumber member, FiscalYear year) {
        return new StreamId(member.value() * PER_MEMBER + FIRST_STATEMENT + year.year() - FIRST_YEAR);
    }

    /** What the fund has quoted to a member, whose versions are the quotes' numbers. */
    public static StreamId quotes(MemberNumber member) {
        return new StreamId(member.value() * PER_MEMBER + QUOTES);
    }

    /** The last number that a stream of the member can have. */
    public static StreamId lastOf(MemberNumber member) {
        return new StreamId(member.value() * PER_MEMBER + PER_MEMBER - 1);
    }

    /** The rate of a fiscal year. */
    public static StreamId of(FiscalYear year) {
        return new StreamId(year.year());
    }

    /** A run's own stream, by the run's number in its table. */
    public static StreamId ofRun(long run) {
        return new StreamId(-run);
    }

    /** A bill's own stream, by the bill's number in its table. */
    public static StreamId ofBill(long bill) {
        return new StreamId(BILLS - bill);
    }

    /** The close of a fiscal year. */
    public static StreamId ofClose(FiscalYear year) {
        return new StreamId(YEARS - year.year());
    }

    public StreamKind kind() {
        if (value < YEARS) {
            return StreamKind.YEAR;
        }
        if (value < BILLS) {
            return StreamKind.BILL;
        }
        if (value < 0) {
            return equals(SEALS) ? StreamKind.SEAL : StreamKind.RUN;
        }
        if (value < PER_MEMBER) {
            return StreamKind.RATE;
        }
        long within = value % PER_MEMBER;
        if (within == 0) {
            return StreamKind.MEMBER;
        }
        if (within < FIRST_STATEMENT) {
            return StreamKind.ACCOUNT;
        }
        return within < QUOTES ? StreamKind.STATEMENT : StreamKind.QUOTE;
    }

    /** The number of the member that the stream belongs to; 0 for what belongs to no member. */
    public long memberValue() {
        return value < PER_MEMBER ? 0 : value / PER_MEMBER;
    }

    /** The member; throws IllegalArgumentException when the stream is no member's. */
    public MemberNumber member() {
        return new MemberNumber(memberValue());
    }

    /** The account; throws IllegalArgumentException when the stream is no account's. */
    public AccountId account() {
        int within = (int) (value % PER_MEMBER);
        return new AccountId(member(), planNumbered(within / PER_PLAN), within % PER_PLAN);
    }

    /** What the registry knows the stream by, unique within its kind. */
    String naturalKey() {
        return switch (kind()) {
            case ACCOUNT -> account().toString();
            case MEMBER, QUOTE -> member().toString();
            case STATEMENT -> member() + "/" + (value % PER_MEMBER - FIRST_STATEMENT + FIRST_YEAR);
            case RATE -> Long.toString(value);
            case RUN -> Long.toString(-value);
            case SEAL -> "all";
            case BILL -> Long.toString(BILLS - value);
            case YEAR -> Long.toString(YEARS - value);
        };
    }

    private static int number(Plan plan) {
        return switch (plan) {
            case FIRST -> 1;
            case SECOND -> 2;
        };
    }

    private Plan planNumbered(int number) {
        return switch (number) {
            case 1 -> Plan.FIRST;
            case 2 -> Plan.SECOND;
            default -> throw new IllegalArgumentException("stream " + value + " is no account's");
        };
    }

    /** What an event is known by everywhere: the stream and the version in it. */
    public String eventId(int version) {
        return value + ":" + version;
    }

    @Override
    public int compareTo(StreamId other) {
        return Long.compare(value, other.value);
    }
}
