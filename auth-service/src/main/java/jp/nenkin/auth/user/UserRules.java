package jp.nenkin.auth.user;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What may be done about users. */
final class UserRules {
    private UserRules() {}

    /**
     * Why a user is not made: an employer or consultant that nobody administers gets an administrator first.
     *
     * @param colleagues all users of the party
     */
    static Optional<UserProblem> refusalToMake(Party party, Set<Role> roles, List<User> colleagues) {
        boolean administered = switch (party) {
            case Party.Fund() -> true;
            case Party.Establishment _, Party.Consultant _ ->
                roles.contains(Role.ADMINISTRATOR)
                        || colleagues.stream().anyMatch(user -> user.acts(Role.ADMINISTRATOR));
        };
        return administered ? Optional.empty() : Optional.of(UserProblem.ADMINISTRATOR_FIRST);
    }

    /**
     * Why something is not done about a user.
     *
     * @param colleagues all users of the party, himself among them
     * @param by who wants it done
     */
    static Optional<UserProblem> refusal(User user, UserAct act, List<User> colleagues, String by) {
        if (user.is(by)) {
            return Optional.of(UserProblem.OWN_ACCOUNT);
        }
        return byState(user, act)
                .or(() -> unless(
                        !(act instanceof UserAct.Approval && user.current().by().equals(by)), UserProblem.SAME_OFFICER))
                .or(() -> indispensable(user, act, colleagues));
    }

    private static Optional<UserProblem> byState(User user, UserAct act) {
        UserState state = user.current().state();
        if (state == UserState.ENDED) {
            return Optional.of(UserProblem.USER_ENDED);
        }
        return switch (act) {
            case UserAct.Approval() -> unless(state == UserState.PROPOSED, UserProblem.USER_NOT_PROPOSED);
            case UserAct.Suspension() ->
                state == UserState.PROPOSED
                        ? Optional.of(UserProblem.USER_PROPOSED)
                        : unless(state == UserState.ACTIVE, UserProblem.USER_SUSPENDED);
            case UserAct.Reinstatement() -> unless(state == UserState.SUSPENDED, UserProblem.USER_NOT_SUSPENDED);
            case UserAct.Ending() -> Optional.empty();
            // Approved roles would end a suspension by the way.
            case UserAct.RoleSetting _ ->
                unless(!user.party().needsApproval() || state != UserState.SUSPENDED, UserProblem.USER_SUSPENDED);
        };
    }

    private static Optional<UserProblem> unless(boolean holds, UserProblem problem) {
        return holds ? Optional.empty() : Optional.of(problem);
    }

    /** Of officers alone: somebody must be left who does the fund's work, and somebody who approves it. */
    private static Optional<UserProblem> indispensable(User user, UserAct act, List<User> colleagues) {
        if (!(user.party() instanceof Party.Fund)) {
            return Optional.empty();
        }
        User after = user.after(act, user.current().at(), user.current().by());
        boolean last = Role.INDISPENSABLE.stream()
                .filter(role -> user.acts(role) && !after.acts(role))
                .anyMatch(role ->
                        colleagues.stream().noneMatch(other -> !other.id().equals(user.id()) && other.acts(role)));
        return unless(!last, UserProblem.LAST_WITH_ROLE);
    }
}
