package jp.nenkin.events;

/** A fact of auth-service on the topic auth.events, of a member's number and nothing else personal. */
public sealed interface AuthEvent extends Event
        permits LoginIdRegistered, LoginIdReplaced, EmailVerified, BirthDateCorrectionProposed {

    String memberNumber();

    @Override
    default String key() {
        return memberNumber();
    }
}
