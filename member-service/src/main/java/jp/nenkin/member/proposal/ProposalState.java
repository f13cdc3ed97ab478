package jp.nenkin.member.proposal;

/** What became of a birth date that an employer is asked to look at. */
public enum ProposalState {
    OPEN,
    /** The right date was filed. */
    FILED,
    /** The employer has looked: the date on record is right. */
    DISMISSED
}
