package jp.nenkin.ledger.journal;

import jp.nenkin.events.Plan;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;

/** A stream's number, computed from what the stream belongs to, so that it need not be looked up. */
public record StreamId(long value) implements Comparable<StreamId> {
    static final long PER_MEMBER = 10_000;
    private static final int PER_PLAN = 1_000;

    public static StreamId of(AccountId account) {
        int within = number(account.plan()) * PER_PLAN + account.ordinal();
        return new StreamId(account.member().value() * PER_MEMBER + within);
    }

    /** The member's own stream: what is said to the member, as statements. */
    public static StreamId of(MemberNumber member) {
        return new StreamId(member.value() * PER_MEMBER);
    }

    /** The rate of a fiscal year. */
    public static StreamId of(FiscalYear year) {
        return new StreamId(year.year());
    }

    /** A run's own stream, by the run's number in its table. */
    public static StreamId ofRun(long run) {
        return new StreamId(-run);
    }

    public StreamKind kind() {
        if (value < 0) {
            return StreamKind.RUN;
        }
        if (value < PER_MEMBER) {
            return StreamKind.RATE;
        }
        return value % PER_MEMBER == 0 ? StreamKind.MEMBER : StreamKind.ACCOUNT;
    }

    /** The number of the member that the stream belongs to; 0 for rates and runs. */
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
            case MEMBER -> member().toString();
            case RATE -> Long.toString(value);
            case RUN -> Long.toString(-value);
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
