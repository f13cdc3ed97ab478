package jp.nenkin.auth.user;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Somebody who may act for a party, with everything that became of him.
 *
 * @param keycloakId the subject of his tokens
 * @param versions the oldest first, one at least
 */
record User(UUID id, Party party, String loginId, FullName name, String keycloakId, List<UserVersion> versions) {
    User {
        versions = List.copyOf(versions);
    }

    UserVersion current() {
        return versions.getLast();
    }

    /** Whether he may act, in this role. */
    boolean acts(Role role) {
        return current().state() == UserState.ACTIVE && current().roles().contains(role);
    }

    /** Whether his are the calls of this {@code Caller.id}. */
    boolean is(String caller) {
        return caller.equals(party.realm().label() + "/" + keycloakId);
    }

    /** As he is once this is done. */
    User after(UserAct act, Instant when, String who) {
        return with(current().next(party, act, when, who));
    }

    User with(UserVersion next) {
        return new User(
                id,
                party,
                loginId,
                name,
                keycloakId,
                Stream.concat(versions.stream(), Stream.of(next)).toList());
    }
}
