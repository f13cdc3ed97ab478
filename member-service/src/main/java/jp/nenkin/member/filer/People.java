package jp.nenkin.member.filer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.establishment.Establishments;
import jp.nenkin.member.plan.Refusal;

/** The people who may file for each establishment. */
@ApplicationScoped
class People {
    private final PersonTable table;
    private final Establishments establishments;
    private final Clock clock;

    People(PersonTable table, Establishments establishments, Clock clock) {
        this.table = table;
        this.establishments = establishments;
        this.clock = clock;
    }

    @Transactional
    List<ListedPerson> of(EstablishmentNumber establishment) {
        return table.of(establishment);
    }

    /** What a person may do today; empty for one who is not on the list. */
    @Transactional
    Optional<PersonRole> roleOf(EstablishmentNumber establishment, String userName) {
        return table.find(establishment, userName)
                .filter(person -> person.isListedOn(LocalDate.now(clock)))
                .map(ListedPerson::role);
    }

    /** Puts a person on the list, or sets the entry anew; what it was before is kept. */
    @Transactional
    Optional<Refusal> set(EstablishmentNumber establishment, ListedPerson person, String by) {
        if (establishments.find(establishment).isEmpty()) {
            return Optional.of(Establishments.unknown(establishment));
        }
        if (person.until() != null && person.until().isBefore(person.from())) {
            return Refusal.because(
                    FilerProblem.PERSON_UNTIL_BEFORE_FROM, Map.of("from", person.from(), "until", person.until()));
        }
        table.takeTurn(establishment);
        table.add(establishment, person, by);
        return Optional.empty();
    }
}
