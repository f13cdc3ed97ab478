package jp.nenkin.ledger.money;

/** Members whose numbers follow each other, with both ends. */
public record MemberRange(MemberNumber first, MemberNumber last) {

    /** Every member there can be. */
    public static final MemberRange ALL = new MemberRange(new MemberNumber(1), MemberNumber.LAST);

    public MemberRange {
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException("no member is from " + first + " to " + last);
        }
    }

    public static MemberRange of(MemberNumber member) {
        return new MemberRange(member, member);
    }

    public boolean contains(MemberNumber member) {
        return first.compareTo(member) <= 0 && member.compareTo(last) <= 0;
    }
}
