package jp.nenkin.member.file;

/** Why somebody joins the fund, as KNFD0006 says. */
public enum JoiningReason {
    NEW,
    TRANSFER_IN,
    REVIVAL,
    REJOINING
}
