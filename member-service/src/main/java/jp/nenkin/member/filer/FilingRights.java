package jp.nenkin.member.filer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Predicate;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.EstablishmentNumber;

/**
 * What a caller may do for an establishment, besides what the database asks again: see what is filed, file, approve, or
 * keep who may. A person needs the post in the token and the role on the establishment's list; its own system and
 * officers are not asked for either.
 */
@ApplicationScoped
public class FilingRights {
    private final Callers callers;
    private final Delegations delegations;
    private final People people;

    FilingRights(Callers callers, Delegations delegations, People people) {
        this.callers = callers;
        this.delegations = delegations;
        this.people = people;
    }

    /**
     * The caller who sees what is filed: an officer, the establishment itself, or a consultant to whom it has delegated
     * today. Everybody else is refused with the same 403, whether or not there is such an establishment.
     */
    public Caller toSee(EstablishmentNumber establishment) {
        Caller caller = callers.officerOrFiler(establishment.value());
        if (caller instanceof Caller.Consultant && !delegations.toCaller(establishment)) {
            throw Callers.forbidden();
        }
        return caller;
    }

    /** The caller who files: who sees, of people the clerks and approvers, and of its own those on its list today. */
    public Caller toFile(EstablishmentNumber establishment) {
        Caller caller = toSee(establishment);
        if (!person(caller).map(Caller.Person::files).orElse(true)) {
            throw Problem.of(FilerProblem.PERSON_NO_CLERK);
        }
        return listed(caller, role -> true, FilerProblem.PERSON_NOT_LISTED);
    }

    /** The caller who approves for the establishment: its own system, or a person who is an approver today. */
    public Caller toApprove(EstablishmentNumber establishment) {
        Caller.Establishment caller = callers.establishment();
        if (!caller.number().equals(establishment.value())) {
            throw Callers.forbidden();
        }
        posted(caller, Caller.Post.APPROVER, FilerProblem.PERSON_NO_APPROVER);
        return listed(caller, PersonRole::approves, FilerProblem.PERSON_NO_APPROVER);
    }

    /** The caller who delegates for the establishment: an officer, its own system, or one of its administrators. */
    public Caller toDelegate(EstablishmentNumber establishment) {
        Caller caller = callers.officerOrEstablishment(establishment.value());
        posted(caller, Caller.Post.ADMINISTRATOR, FilerProblem.PERSON_NO_ADMINISTRATOR);
        return listed(caller, role -> role == PersonRole.ADMINISTRATOR, FilerProblem.PERSON_NO_ADMINISTRATOR);
    }

    /** The caller who keeps the list of people: an officer or one of the establishment's administrators, no system. */
    public Caller toKeepPeople(EstablishmentNumber establishment) {
        Caller caller = toDelegate(establishment);
        if (caller instanceof Caller.Establishment itself && itself.person().isEmpty()) {
            throw Callers.forbidden();
        }
        return caller;
    }

    private static Optional<Caller.Person> person(Caller caller) {
        return switch (caller) {
            case Caller.Establishment establishment -> establishment.person();
            case Caller.Consultant consultant -> consultant.person();
            case Caller.Officer _, Caller.Member _ -> Optional.empty();
        };
    }

    private static void posted(Caller caller, Caller.Post needed, FilerProblem otherwise) {
        if (person(caller).filter(person -> !person.posts().contains(needed)).isPresent()) {
            throw Problem.of(otherwise);
        }
    }

    private Caller listed(Caller caller, Predicate<PersonRole> needed, FilerProblem otherwise) {
        if (!(caller instanceof Caller.Establishment itself) || itself.person().isEmpty()) {
            return caller;
        }
        Optional<PersonRole> role = people.roleOf(
                new EstablishmentNumber(itself.number()), itself.person().get().userName());
        if (role.isEmpty()) {
            throw Problem.of(FilerProblem.PERSON_NOT_LISTED);
        }
        if (!needed.test(role.get())) {
            throw Problem.of(otherwise);
        }
        return caller;
    }
}
