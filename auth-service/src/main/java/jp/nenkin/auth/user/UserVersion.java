package jp.nenkin.auth.user;

import java.time.Instant;
import java.util.Set;

/**
 * A user as he was from one change to the next.
 *
 * @param number from 1, without gaps
 * @param by the officer who made it so, as {@code Caller.id}
 */
record UserVersion(int number, Step step, UserState state, Set<Role> roles, Instant at, String by) {
    /** What was done. */
    enum Step {
        CREATED,
        APPROVED,
        SUSPENDED,
        REINSTATED,
        ENDED,
        ROLES_SET
    }

    UserVersion {
        roles = Set.copyOf(roles);
    }

    static UserVersion first(Wish wish, Instant at, String by) {
        UserState state = wish.party().needsApproval() ? UserState.PROPOSED : UserState.ACTIVE;
        return new UserVersion(1, Step.CREATED, state, wish.roles(), at, by);
    }

    UserVersion next(Party party, UserAct act, Instant when, String who) {
        UserState after = switch (act) {
            case UserAct.Approval() -> UserState.ACTIVE;
            case UserAct.Suspension() -> UserState.SUSPENDED;
            case UserAct.Reinstatement() -> UserState.ACTIVE;
            case UserAct.Ending() -> UserState.ENDED;
            case UserAct.RoleSetting _ -> party.needsApproval() ? UserState.PROPOSED : state;
        };
        Set<Role> then = act instanceof UserAct.RoleSetting(var set) ? set : roles;
        return new UserVersion(number + 1, act.step(), after, then, when, who);
    }
}
