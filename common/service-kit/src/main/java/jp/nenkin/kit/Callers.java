package jp.nenkin.kit;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The one place that asks who calls and refuses.
 *
 * <p>Whoever asks for what belongs to somebody else is refused with the same 403 whether or not it exists, so an answer
 * never tells which numbers are taken. 404 is for those who may see everything of that kind.
 */
@ApplicationScoped
public class Callers {
    // A role counts only in the realms that may give it, so a slip in one realm opens no other.
    private static final Set<String> OFFICER_REALMS = Set.of("fund", "system");
    private static final Set<String> ESTABLISHMENT_REALMS = Set.of("employer", "system");
    private static final Set<String> CONSULTANT_REALMS = Set.of("employer", "system");
    private static final Set<String> MEMBER_REALMS = Set.of("member");

    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The caller of this request; 403 if the token carries none of the roles, or more than one. */
    public Caller current() {
        return known().orElseThrow(Callers::forbidden);
    }

    public Caller.Officer officer() {
        return as(Caller.Officer.class);
    }

    public Caller.Establishment establishment() {
        return as(Caller.Establishment.class);
    }

    public Caller.Member member() {
        return as(Caller.Member.class);
    }

    /** An officer, or the establishment of this number. */
    public Caller officerOrEstablishment(String number) {
        return passing(caller -> switch (caller) {
            case Caller.Officer officer -> true;
            case Caller.Establishment establishment -> establishment.number().equals(number);
            case Caller.Consultant consultant -> false;
            case Caller.Member member -> false;
        });
    }

    /** An officer, the establishment of this number, or a consultant: whether it delegated to him, the records tell. */
    public Caller officerOrFiler(String establishment) {
        return passing(caller -> switch (caller) {
            case Caller.Officer officer -> true;
            case Caller.Establishment itself -> itself.number().equals(establishment);
            case Caller.Consultant consultant -> true;
            case Caller.Member member -> false;
        });
    }

    /** An officer, or the consultant of this code. */
    public Caller officerOrConsultant(String code) {
        return passing(caller -> switch (caller) {
            case Caller.Officer officer -> true;
            case Caller.Establishment establishment -> false;
            case Caller.Consultant consultant -> consultant.code().equals(code);
            case Caller.Member member -> false;
        });
    }

    /** An officer, or an establishment whichever it is: for what concerns all of them and no member. */
    public Caller officerOrAnyEstablishment() {
        return passing(caller -> switch (caller) {
            case Caller.Officer officer -> true;
            case Caller.Establishment establishment -> true;
            case Caller.Consultant consultant -> false;
            case Caller.Member member -> false;
        });
    }

    /** An officer, an establishment or a consultant whichever it is: for what concerns all who file. */
    public Caller officerOrAnyFiler() {
        return passing(caller -> switch (caller) {
            case Caller.Officer officer -> true;
            case Caller.Establishment establishment -> true;
            case Caller.Consultant consultant -> true;
            case Caller.Member member -> false;
        });
    }

    /** An officer, or the member of this number. */
    public Caller officerOrMember(String number) {
        return passing(caller -> switch (caller) {
            case Caller.Officer officer -> true;
            case Caller.Establishment establishment -> false;
            case Caller.Consultant consultant -> false;
            case Caller.Member member -> member.number().equals(number);
        });
    }

    /** For what a service finds out itself to be somebody else's. */
    public static Problem forbidden() {
        return Problem.of(KitProblem.FORBIDDEN);
    }

    private Caller passing(Predicate<Caller> rule) {
        return known().filter(rule).orElseThrow(Callers::forbidden);
    }

    private <T extends Caller> T as(Class<T> kind) {
        return known().filter(kind::isInstance).map(kind::cast).orElseThrow(Callers::forbidden);
    }

    /** Empty outside a request, without a token, and for a token that makes no caller. */
    Optional<Caller> known() {
        return Arc.container().requestContext().isActive() && identity.getPrincipal() instanceof JsonWebToken token
                ? of(token, identity::hasRole)
                : Optional.empty();
    }

    static Optional<Caller> of(JsonWebToken token, Predicate<String> roles) {
        String realm = token.getIssuer().substring(token.getIssuer().lastIndexOf('/') + 1);
        String id = realm + "/" + token.getSubject();
        List<Caller> callers = new ArrayList<>();
        if (OFFICER_REALMS.contains(realm) && roles.test("officer")) {
            callers.add(new Caller.Officer(id, token.getName()));
        }
        if (ESTABLISHMENT_REALMS.contains(realm) && roles.test("establishment")) {
            token.<String>claim("establishment_number")
                    .ifPresent(number -> callers.add(new Caller.Establishment(id, number, person(realm, token))));
        }
        if (CONSULTANT_REALMS.contains(realm) && roles.test("consultant")) {
            token.<String>claim("consultant_code").ifPresent(code -> callers.add(new Caller.Consultant(id, code)));
        }
        if (MEMBER_REALMS.contains(realm) && roles.test("member")) {
            token.<String>claim("member_number").ifPresent(number -> callers.add(new Caller.Member(id, number)));
        }
        // Of two kinds at once, which one a rule would mean could only be guessed.
        return callers.size() == 1 ? Optional.of(callers.getFirst()) : Optional.empty();
    }

    /** Programs have a realm of their own, so whoever comes from another is a person. */
    private static Optional<String> person(String realm, JsonWebToken token) {
        return realm.equals("system") ? Optional.empty() : Optional.of(token.getName());
    }
}
