package jp.nenkin.member.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.Event;
import jp.nenkin.events.MemberProfile;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.member.Profile;
import org.jspecify.annotations.Nullable;

/** Keeps who members are, and tells it where name or birth date become others. */
@ApplicationScoped
class Profiles {
    private final Members members;

    Profiles(Members members) {
        this.members = members;
    }

    /**
     * Keeps what is known from now on, within the caller's transaction.
     *
     * @param before what was known, or null of somebody new
     * @return what is to be told of it
     */
    List<Event> know(MemberNumber number, @Nullable Profile before, Profile now) {
        if (before != null && before.agrees(now)) {
            return List.of();
        }
        members.facts().know(number, now, before == null ? null : before.filing());
        boolean same = before != null
                && before.name().equals(now.name())
                && before.birthDate().equals(now.birthDate());
        return same ? List.of() : List.of(new MemberProfile(number.value(), now.name(), now.birthDate()));
    }

    /**
     * Gives a member the name back that held before a filing, if it said the present one; the only name stays.
     *
     * @param said a filing that was taken back
     * @param by what took it back
     */
    List<Event> forgetName(MemberNumber number, Profile known, UUID said, UUID by) {
        if (!known.naming().filing().equals(said)) {
            return List.of();
        }
        return members.names(number).stream()
                .filter(former -> !former.naming().filing().equals(said))
                .findFirst()
                .map(former -> know(number, known, known.namedAs(former, by)))
                .orElse(List.of());
    }
}
