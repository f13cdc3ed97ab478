package jp.nenkin.auth.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.events.MemberProfile;
import jp.nenkin.events.Plan;
import jp.nenkin.events.Topics;
import org.jspecify.annotations.Nullable;

/** The view of the fund's people: kept by what consumers bring, asked by registrations. */
@ApplicationScoped
public class People {
    private static final Duration STALE_AFTER = Duration.ofSeconds(60);
    private static final int TOPICS = 2;

    private final PeopleTable people;
    private final MembershipFactTable facts;
    private final FreshnessTable freshness;
    private final Clock clock;

    People(PeopleTable people, MembershipFactTable facts, FreshnessTable freshness, Clock clock) {
        this.people = people;
        this.facts = facts;
        this.freshness = freshness;
        this.clock = clock;
    }

    public Optional<KnownPerson> find(String number) {
        return people.find(number, LocalDate.now(clock));
    }

    /** Whether everything that happened until a minute ago is in the view: otherwise no match means nothing. */
    public boolean areCurrent() {
        return freshness
                .oldest(TOPICS * Topics.PARTITIONS)
                .filter(oldest -> Duration.between(oldest, clock.instant()).compareTo(STALE_AFTER) <= 0)
                .isPresent();
    }

    public void put(MemberProfile profile) {
        people.put(profile);
    }

    public void erase(List<String> numbers) {
        people.erase(numbers);
    }

    /**
     * A membership began.
     *
     * @param replaces the filing whose fact this one takes the place of
     */
    public void enrolled(String number, UUID filing, LocalDate acquiredOn, @Nullable UUID replaces) {
        facts.delete(number, replaces);
        facts.enrolled(number, filing, acquiredOn);
    }

    /** A loss of membership, and whether by death. */
    public record Loss(LocalDate on, boolean death) {}

    /** A membership ended. */
    public void lost(String number, UUID filing, Loss loss, @Nullable UUID replaces) {
        facts.delete(number, replaces);
        facts.lost(number, filing, loss.on(), loss.death());
    }

    public void cancelled(String number, UUID filing) {
        facts.delete(number, filing);
    }

    public void stands(String number, Plan plan, int ordinal, AccountStanding standing) {
        people.putStanding(number, plan, ordinal, standing);
    }
}
