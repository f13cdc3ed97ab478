package jp.nenkin.auth.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import jp.nenkin.auth.user.OfficerResource.UserBody;
import jp.nenkin.auth.user.OfficerResource.UsersBody;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.Problem;
import org.jspecify.annotations.Nullable;

/** What officers ask for about users, the same for every party: who may, once per key, at which version. */
@ApplicationScoped
class UserRequests {
    private static final Pattern VERSION = Pattern.compile("\"[1-9][0-9]{0,8}\"");

    private final NewUsers newUsers;
    private final Users users;
    private final Idempotency idempotency;
    private final Callers callers;

    UserRequests(NewUsers newUsers, Users users, Idempotency idempotency, Callers callers) {
        this.newUsers = newUsers;
        this.users = users;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    UsersBody list(Party party) {
        callers.officer();
        return UsersBody.of(users.of(party));
    }

    /** Makes a user; the password is in the first answer alone, since what is kept for repetitions has none. */
    Response make(@Nullable String key, Object body, Wish wish) {
        String by = callers.operator().id();
        AtomicReference<NewUsers.@Nullable Made> fresh = new AtomicReference<>();
        Response kept = idempotency.once(key, "make-user " + path(wish.party()), body, () -> {
            NewUsers.Made made = newUsers.make(wish, by);
            fresh.set(made);
            return new Answer(201, null, UserBody.of(made.user()));
        });
        NewUsers.Made made = fresh.get();
        return made == null || made.oneTimePassword() == null
                ? kept
                : Response.fromResponse(kept)
                        .entity(UserBody.of(made.user()).with(made.oneTimePassword()))
                        .build();
    }

    Response act(@Nullable String key, Users.Named named, UserAct act) {
        return act(key, named, act, callers.operator().id());
    }

    Response approve(@Nullable String key, Users.Named named) {
        return act(key, named, new UserAct.Approval(), callers.approver().id());
    }

    private Response act(@Nullable String key, Users.Named named, UserAct act, String by) {
        String operation = "change-user " + path(named.party()) + " " + named.id();
        return idempotency.once(
                key, operation, act.step(), () -> Answer.ok(UserBody.of(users.act(named, act, null, by))));
    }

    UserBody setRoles(@Nullable String ifMatch, Users.Named named, UserAct.RoleSetting setting) {
        String by = callers.operator().id();
        if (ifMatch == null || !VERSION.matcher(ifMatch).matches()) {
            throw Problem.of(UserProblem.IF_MATCH_MISSING);
        }
        return UserBody.of(users.act(named, setting, ifMatch, by));
    }

    private static String path(Party party) {
        return party.kind() + "/" + party.number();
    }
}
