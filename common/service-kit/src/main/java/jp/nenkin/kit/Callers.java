package jp.nenkin.kit;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.nenkin.kit.Caller.Duty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The one place that asks who calls and refuses.
 *
 * <p>Whoever asks for what belongs to somebody else is refused with the same 403 whether or not it exists, so an answer
 * never tells which numbers are taken. 404 is for those who may see everything of that kind.
 *
 * <p>Every officer reads. In a request that may change something (whatever is no GET, HEAD or OPTIONS) "an officer" is
 * an operator, unless the operation asks for an approver; so no operation has to think of those who only audit.
 */
@ApplicationScoped
public class Callers {
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    // A role counts only in the realms that may give it, so a slip in one realm opens no other.
    private static final Set<String> OFFICER_REALMS = Set.of("fund", "system");
    private static final Set<String> ESTABLISHMENT_REALMS = Set.of("employer", "system");
    private static final Set<String> CONSULTANT_REALMS = Set.of("employer", "system");
    private static final Set<String> MEMBER_REALMS = Set.of("member");

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    Callers(SecurityIdentity identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    /** The caller of this request; 403 if the token makes none, and for an auditor where something may change. */
    public Caller current() {
        return passing(Set.of(Duty.OPERATOR, Duty.APPROVER), caller -> true);
    }

    /** An officer who reads. */
    public Caller.Officer officer() {
        return as(Caller.Officer.class);
    }

    /** An officer who does the fund's work. */
    public Caller.Officer operator() {
        return officer(Duty.OPERATOR);
    }

    /** An officer who decides. */
    public Caller.Officer approver() {
        return officer(Duty.APPROVER);
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
        return passing(Set.of(Duty.OPERATOR), rule);
    }

    /** By the rule, and of officers, where something may change, those who have one of the duties. */
    private Caller passing(Set<Duty> changing, Predicate<Caller> rule) {
        return known().filter(rule)
                .filter(caller -> !(caller instanceof Caller.Officer officer)
                        || reads()
                        || officer.duties().stream().anyMatch(changing::contains))
                .orElseThrow(Callers::forbidden);
    }

    private Caller.Officer officer(Duty duty) {
        return known().filter(Caller.Officer.class::isInstance)
                .map(Caller.Officer.class::cast)
                .filter(officer -> officer.duties().contains(duty))
                .orElseThrow(Callers::forbidden);
    }

    private <T extends Caller> T as(Class<T> kind) {
        return kind.cast(passing(kind::isInstance));
    }

    private boolean reads() {
        RoutingContext current = request.getCurrent();
        return current != null && READS.contains(current.request().method());
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
            Set<Duty> duties = held(Duty.values(), roles);
            if (!duties.isEmpty()) {
                callers.add(new Caller.Officer(id, token.getName(), duties));
            }
        }
        // Programs have a realm of their own, so whoever comes from another is a person, who has a post or may do
        // nothing.
        Optional<Caller.Person> person = realm.equals("system")
                ? Optional.empty()
                : Optional.of(new Caller.Person(token.getName(), held(Caller.Post.values(), roles)));
        boolean posted = person.isEmpty() || !person.get().posts().isEmpty();
        if (posted && ESTABLISHMENT_REALMS.contains(realm) && roles.test("establishment")) {
            token.<String>claim("establishment_number")
                    .ifPresent(number -> callers.add(new Caller.Establishment(id, number, person)));
        }
        if (posted && CONSULTANT_REALMS.contains(realm) && roles.test("consultant")) {
            token.<String>claim("consultant_code")
                    .ifPresent(code -> callers.add(new Caller.Consultant(id, code, person)));
        }
        if (MEMBER_REALMS.contains(realm) && roles.test("member")) {
            token.<String>claim("member_number").ifPresent(number -> callers.add(new Caller.Member(id, number)));
        }
        // Of two kinds at once, which one a rule would mean could only be guessed.
        return callers.size() == 1 ? Optional.of(callers.getFirst()) : Optional.empty();
    }

    /** Those of an enum whose names, in small letters, are roles of the token. */
    private static <E extends Enum<E>> Set<E> held(E[] all, Predicate<String> roles) {
        return Arrays.stream(all)
                .filter(each -> roles.test(each.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
