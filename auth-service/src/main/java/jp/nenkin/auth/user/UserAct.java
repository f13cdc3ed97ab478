package jp.nenkin.auth.user;

import java.util.Set;

/** What is done about a user who was made. */
sealed interface UserAct {
    /** What one officer has proposed of another holds, a second one says. */
    record Approval() implements UserAct {}

    /** He may not act for a while. */
    record Suspension() implements UserAct {}

    /** He may again. */
    record Reinstatement() implements UserAct {}

    /** He may never again. */
    record Ending() implements UserAct {}

    /** He has these roles and no others. */
    record RoleSetting(Set<Role> roles) implements UserAct {
        public RoleSetting {
            roles = Set.copyOf(roles);
        }
    }

    /** As it is kept. */
    default UserVersion.Step step() {
        return switch (this) {
            case Approval() -> UserVersion.Step.APPROVED;
            case Suspension() -> UserVersion.Step.SUSPENDED;
            case Reinstatement() -> UserVersion.Step.REINSTATED;
            case Ending() -> UserVersion.Step.ENDED;
            case RoleSetting _ -> UserVersion.Step.ROLES_SET;
        };
    }
}
