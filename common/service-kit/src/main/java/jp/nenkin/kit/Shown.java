package jp.nenkin.kit;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The members whom an answer tells about besides the one in its path, for the {@link Audit}. */
@RequestScoped
public class Shown {
    private final Set<String> members = new TreeSet<>();

    /** Says that the answer to this request tells about members, by their numbers. */
    public void members(Collection<String> numbers) {
        members.addAll(numbers);
    }

    Set<String> members() {
        return Set.copyOf(members);
    }
}
