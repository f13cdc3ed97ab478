package jp.nenkin.auth.people;

import java.time.LocalDate;

/**
 * A person as the fund's records have him.
 *
 * @param number of the member, ten digits
 */
public record KnownPerson(String number, LocalDate birthDate, Status status) {

    /** What somebody is to the fund. */
    public enum Status {
        /** Member of an establishment. */
        MEMBER,
        /** Left, and has or will have a right to a benefit. */
        LEFT_WITH_RIGHT,
        /** Left without a right, or paid out: there is nothing he could do here. */
        LEFT,
        DECEASED,
        /** Known by name alone: no membership of his holds. */
        NONE
    }

    /** Whether he may have a login ID: leavers claim their benefit by it (source: domain rules, section 9). */
    public boolean mayRegister() {
        return switch (status) {
            case MEMBER, LEFT_WITH_RIGHT -> true;
            case LEFT, DECEASED, NONE -> false;
        };
    }

    /** Without the birth date. */
    @Override
    public String toString() {
        return "KnownPerson " + number;
    }
}
