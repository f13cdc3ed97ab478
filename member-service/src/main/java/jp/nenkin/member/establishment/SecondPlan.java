package jp.nenkin.member.establishment;

/** What an establishment offers of the second plan. */
public sealed interface SecondPlan {

    /** Nothing. */
    record NotOffered() implements SecondPlan {}

    /** The same units for every member, set by the establishment (course FIXED). */
    record Fixed(int units) implements SecondPlan {}

    /** Units per member (変額, course VARIABLE). */
    record Variable() implements SecondPlan {}
}
