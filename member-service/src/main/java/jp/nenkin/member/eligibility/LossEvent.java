package jp.nenkin.member.eligibility;

import java.time.LocalDate;

/** What ends a membership, with the day on which it happened. */
public sealed interface LossEvent {

    /** The last day in the employment (退職日). */
    record Retirement(LocalDate lastDay) implements LossEvent {}

    /** The day of death. */
    record Death(LocalDate day) implements LossEvent {}

    /** The day of a transfer to another employer (転籍). */
    record EmploymentTransfer(LocalDate day) implements LossEvent {}

    /** The age limit, of somebody born on a day. */
    record AgeLimit(LocalDate birthDate) implements LossEvent {}

    /** Anything else, whose date of loss is given. */
    record Other(LocalDate lostOn) implements LossEvent {}
}
