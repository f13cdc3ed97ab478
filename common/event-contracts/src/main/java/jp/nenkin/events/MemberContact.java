package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

/**
 * Where a member gets mail: the latest record of a key holds, and none (a tombstone) means there is no address.
 *
 * @param email a confirmed address
 * @param language of what is written to the member
 */
public record MemberContact(String memberNumber, String email, ContactLanguage language) implements Event {

    public MemberContact {
        Checks.memberNumber(memberNumber);
        Checks.email(email);
        requireNonNull(language, "language");
    }

    @Override
    public String key() {
        return memberNumber;
    }
}
