package jp.nenkin.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.nenkin.auth.user.UserAct.Approval;
import jp.nenkin.auth.user.UserAct.Ending;
import jp.nenkin.auth.user.UserAct.Reinstatement;
import jp.nenkin.auth.user.UserAct.RoleSetting;
import jp.nenkin.auth.user.UserAct.Suspension;
import org.junit.jupiter.api.Test;

class UserRulesTest {
    private static final Party FUND = new Party.Fund();
    private static final Party EMPLOYER = new Party.Establishment("1000001");
    private static final String BY = "system/somebody";
    private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");

    private final User first = user(FUND, "first", Role.OPERATOR, Role.APPROVER);
    private final User second = user(FUND, "second", Role.OPERATOR);
    private final User third = user(FUND, "third", Role.APPROVER);
    private final User auditor = user(FUND, "auditor", Role.AUDITOR);

    @Test
    void nobody_suspends_ends_or_changes_himself() {
        for (UserAct act : List.of(new Suspension(), new Ending(), new RoleSetting(Set.of(Role.APPROVER)))) {
            assertThat(UserRules.refusal(second, act, List.of(first, second), "fund/second"))
                    .contains(UserProblem.OWN_ACCOUNT);
            assertThat(UserRules.refusal(second, act, List.of(first, second), "system/second"))
                    .isEmpty();
        }
    }

    @Test
    void an_operator_and_an_approver_are_left() {
        List<User> all = List.of(first, second, auditor);
        // Whatever his new roles are, he does not act before they are approved.
        for (UserAct act : List.of(new Suspension(), new Ending(), new RoleSetting(Set.of(Role.APPROVER)))) {
            assertThat(UserRules.refusal(first, act, all, BY)).contains(UserProblem.LAST_WITH_ROLE);
            assertThat(UserRules.refusal(first, act, List.of(first, second, third), BY))
                    .isEmpty();
        }
        assertThat(UserRules.refusal(second, new Ending(), all, BY)).isEmpty();
        assertThat(UserRules.refusal(auditor, new Ending(), all, BY)).isEmpty();
        User suspended = after(third, new Suspension());
        assertThat(UserRules.refusal(first, new Ending(), List.of(first, second, suspended), BY))
                .as("who is suspended approves nothing")
                .contains(UserProblem.LAST_WITH_ROLE);
        assertThat(UserRules.refusal(suspended, new Ending(), List.of(suspended), BY))
                .isEmpty();
    }

    @Test
    void the_last_user_of_an_employer_may_end() {
        User last = user(EMPLOYER, "last", Role.ADMINISTRATOR, Role.APPROVER);
        assertThat(UserRules.refusal(last, new Ending(), List.of(last), BY)).isEmpty();
    }

    @Test
    void what_is_done_follows_from_the_state() {
        User suspended = after(second, new Suspension());
        User ended = after(second, new Ending());
        List<User> all = List.of(first, second);
        assertThat(UserRules.refusal(second, new Reinstatement(), all, BY)).contains(UserProblem.USER_NOT_SUSPENDED);
        assertThat(UserRules.refusal(suspended, new Suspension(), all, BY)).contains(UserProblem.USER_SUSPENDED);
        assertThat(UserRules.refusal(suspended, new Reinstatement(), all, BY)).isEmpty();
        assertThat(UserRules.refusal(suspended, new RoleSetting(Set.of(Role.AUDITOR)), all, BY))
                .contains(UserProblem.USER_SUSPENDED);
        assertThat(UserRules.refusal(after(suspended, new Ending()), new Reinstatement(), all, BY))
                .contains(UserProblem.USER_ENDED);
        Stream.of(
                        new Approval(),
                        new Suspension(),
                        new Reinstatement(),
                        new Ending(),
                        new RoleSetting(Set.of(Role.AUDITOR)))
                .forEach(act ->
                        assertThat(UserRules.refusal(ended, act, all, BY)).contains(UserProblem.USER_ENDED));
    }

    @Test
    void what_an_officer_may_is_approved_by_another_than_who_proposed_it() {
        User made = proposed(FUND, "made", Role.APPROVER);
        List<User> all = List.of(first, second, made);
        assertThat(made.acts(Role.APPROVER)).isFalse();
        assertThat(UserRules.refusal(made, new Approval(), all, BY)).contains(UserProblem.SAME_OFFICER);
        assertThat(UserRules.refusal(made, new Approval(), all, "fund/made")).contains(UserProblem.OWN_ACCOUNT);
        assertThat(UserRules.refusal(made, new Approval(), all, "fund/first")).isEmpty();
        assertThat(UserRules.refusal(made, new Suspension(), all, BY)).contains(UserProblem.USER_PROPOSED);
        assertThat(UserRules.refusal(made, new Reinstatement(), all, BY)).contains(UserProblem.USER_NOT_SUSPENDED);
        assertThat(UserRules.refusal(made, new Ending(), all, BY)).isEmpty();
        assertThat(UserRules.refusal(second, new Approval(), all, "fund/first"))
                .contains(UserProblem.USER_NOT_PROPOSED);
        assertThat(after(made, new Approval()).acts(Role.APPROVER)).isTrue();

        User changed = after(second, new RoleSetting(Set.of(Role.APPROVER)));
        assertThat(changed.acts(Role.APPROVER)).isFalse();
        assertThat(UserRules.refusal(changed, new Approval(), all, BY)).contains(UserProblem.SAME_OFFICER);
        assertThat(UserRules.refusal(changed, new Approval(), all, "fund/first"))
                .isEmpty();
    }

    @Test
    void of_an_employers_user_nothing_waits_for_approval() {
        User clerk = user(EMPLOYER, "clerk", Role.CLERK);
        assertThat(clerk.acts(Role.CLERK)).isTrue();
        assertThat(after(clerk, new RoleSetting(Set.of(Role.APPROVER))).acts(Role.APPROVER))
                .isTrue();
        User suspended = after(clerk, new Suspension());
        RoleSetting approver = new RoleSetting(Set.of(Role.APPROVER));
        assertThat(UserRules.refusal(suspended, approver, List.of(clerk), BY)).isEmpty();
        assertThat(after(suspended, approver).current().state()).isEqualTo(UserState.SUSPENDED);
    }

    @Test
    void a_version_says_what_was_done_and_how_it_is_then() {
        User changed = after(after(second, new RoleSetting(Set.of(Role.AUDITOR))), new Approval());
        User suspended = after(changed, new Suspension());
        assertThat(suspended.versions().stream().map(UserVersion::step))
                .containsExactly(
                        UserVersion.Step.CREATED,
                        UserVersion.Step.APPROVED,
                        UserVersion.Step.ROLES_SET,
                        UserVersion.Step.APPROVED,
                        UserVersion.Step.SUSPENDED);
        assertThat(suspended.current())
                .isEqualTo(new UserVersion(
                        5, UserVersion.Step.SUSPENDED, UserState.SUSPENDED, Set.of(Role.AUDITOR), NOON, BY));
        assertThat(after(suspended, new Reinstatement()).current().state()).isEqualTo(UserState.ACTIVE);
    }

    @Test
    void the_first_of_an_employer_administers() {
        User clerk = user(EMPLOYER, "clerk", Role.CLERK);
        User administrator = user(EMPLOYER, "admin", Role.ADMINISTRATOR);
        assertThat(UserRules.refusalToMake(EMPLOYER, Set.of(Role.CLERK), List.of()))
                .contains(UserProblem.ADMINISTRATOR_FIRST);
        assertThat(UserRules.refusalToMake(EMPLOYER, Set.of(Role.CLERK), List.of(clerk)))
                .contains(UserProblem.ADMINISTRATOR_FIRST);
        assertThat(UserRules.refusalToMake(EMPLOYER, Set.of(Role.CLERK), List.of(after(administrator, new Ending()))))
                .contains(UserProblem.ADMINISTRATOR_FIRST);
        assertThat(UserRules.refusalToMake(EMPLOYER, Set.of(Role.ADMINISTRATOR), List.of()))
                .isEmpty();
        assertThat(UserRules.refusalToMake(EMPLOYER, Set.of(Role.CLERK), List.of(administrator)))
                .isEmpty();
        assertThat(UserRules.refusalToMake(FUND, Set.of(Role.OPERATOR), List.of()))
                .isEmpty();
    }

    /** Somebody who may act. */
    private static User user(Party party, String id, Role... roles) {
        User made = proposed(party, id, roles);
        return party.needsApproval() ? after(made, new Approval()) : made;
    }

    private static User proposed(Party party, String id, Role... roles) {
        FullName name = new FullName("職員", "一");
        UserVersion first = UserVersion.first(new Wish(party, id, name, Set.of(roles)), NOON, BY);
        return new User(new UUID(1, id.hashCode()), party, id, name, id, List.of(first));
    }

    private static User after(User user, UserAct act) {
        return user.after(act, NOON, BY);
    }
}
