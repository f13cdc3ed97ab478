package jp.nenkin.member.filer;

import jakarta.enterprise.context.ApplicationScoped;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.member.establishment.EstablishmentNumber;

/** Whether a caller may file for an establishment and see what is filed for it: asked before the database asks again. */
@ApplicationScoped
public class FilingRights {
    private final Callers callers;
    private final Delegations delegations;

    FilingRights(Callers callers, Delegations delegations) {
        this.callers = callers;
        this.delegations = delegations;
    }

    /**
     * The caller: an officer, the establishment itself, or a consultant to whom it has delegated today. Everybody else is
     * refused with the same 403, whether or not there is such an establishment.
     */
    public Caller of(EstablishmentNumber establishment) {
        Caller caller = callers.officerOrFiler(establishment.value());
        if (caller instanceof Caller.Consultant && !delegations.toCaller(establishment)) {
            throw Callers.forbidden();
        }
        return caller;
    }
}
