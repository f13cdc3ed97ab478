package jp.nenkin.auth.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.nenkin.auth.edge.Sessions;
import jp.nenkin.auth.keycloak.Change;
import jp.nenkin.auth.keycloak.KeycloakChanges;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Officers and the users of employers and consultants: what is changed here follows in Keycloak by itself. */
@ApplicationScoped
class Users {
    private final UserTable table;
    private final Sessions sessions;
    private final KeycloakChanges changes;
    private final Clock clock;

    Users(UserTable table, Sessions sessions, KeycloakChanges changes, Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.changes = changes;
        this.clock = clock;
    }

    /** One user of a party. */
    record Named(Party party, UUID id) {}

    /** All users of a party by login ID, those who have ended among them. */
    @Transactional
    List<User> of(Party party) {
        return table.of(party);
    }

    /**
     * Does something about a user.
     *
     * @param ifMatch his version in quotes, where what is done goes by what was read; null where it does not
     * @throws Problem 404, 409 by the rules, 412 if he was changed since
     */
    @Transactional
    User act(Named named, UserAct act, @Nullable String ifMatch, String by) {
        Party party = named.party();
        table.takeTurn(party.kind() + " " + party.number());
        List<User> colleagues = table.of(party);
        User user = colleagues.stream()
                .filter(each -> each.id().equals(named.id()))
                .findFirst()
                .orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
        int version = user.current().number();
        if (ifMatch != null && !ifMatch.equals("\"" + version + "\"")) {
            throw Problem.of(UserProblem.USER_CHANGED_MEANWHILE).with("version", version);
        }
        UserRules.refusal(user, act, colleagues, by).ifPresent(problem -> {
            throw Problem.of(problem);
        });
        User after = user.after(act, clock.instant(), by);
        table.add(user.id(), after.current());
        follow(after, act, "user " + user.id() + " " + after.current().number());
        return after;
    }

    private void follow(User user, UserAct act, String cause) {
        Party party = user.party();
        switch (act) {
            case UserAct.Suspension(), UserAct.Ending() -> {
                sessions.forgetAllOf(party.realm(), user.keycloakId());
                changes.leave(party.realm(), user.keycloakId(), new Change.Disabled(), cause);
            }
            case UserAct.Approval(), UserAct.Reinstatement() -> letSignIn(user, cause);
            case UserAct.RoleSetting(var roles) -> {
                // Its tokens tell the roles from before.
                sessions.forgetAllOf(party.realm(), user.keycloakId());
                changes.leave(party.realm(), user.keycloakId(), roles(party, roles), cause);
                if (user.current().state() == UserState.PROPOSED) {
                    changes.leave(party.realm(), user.keycloakId(), new Change.Disabled(), cause);
                }
            }
        }
    }

    private void letSignIn(User user, String cause) {
        switch (user.party()) {
            case Party.Fund() -> changes.leave(user.party().realm(), user.keycloakId(), new Change.Enabled(), cause);
            // Signs in with a certificate, and there is none yet.
            case Party.Establishment _, Party.Consultant _ -> {}
        }
    }

    static Change.Roles roles(Party party, Set<Role> roles) {
        return new Change.Roles(
                Stream.concat(Stream.of(party.kind()), roles.stream().map(Role::label))
                        .collect(Collectors.toSet()));
    }
}
