package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** Who a member is: the latest record of a key holds, and none (a tombstone) means erased. */
public record MemberProfile(String memberNumber, String name, LocalDate birthDate) implements Event {

    public MemberProfile {
        Checks.memberNumber(memberNumber);
        requireNonNull(name, "name");
        requireNonNull(birthDate, "birthDate");
    }

    @Override
    public String key() {
        return memberNumber;
    }
}
