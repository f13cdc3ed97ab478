package jp.nenkin.member.member;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a member is, and the filing that said so.
 *
 * @param naming where the name comes from, which stays when something else is corrected
 */
public record Profile(String name, LocalDate birthDate, UUID filing, Particulars particulars, Naming naming) {

    /** Somebody of whom no more is known. */
    public Profile(String name, LocalDate birthDate, UUID filing) {
        this(name, birthDate, filing, Particulars.NONE, new Naming(filing, null));
    }

    /** The same person by the name that a filing says. */
    public Profile named(String newName, @Nullable String kana, Naming by) {
        return new Profile(newName, birthDate, by.filing(), particulars.named(kana), by);
    }

    /** The same person by a name that was known before. */
    public Profile namedAs(Profile former, UUID said) {
        return new Profile(
                former.name, birthDate, said, particulars.named(former.particulars.nameKana()), former.naming);
    }

    /** The same person, born on another day. */
    public Profile born(LocalDate day, UUID said) {
        return new Profile(name, day, said, particulars, naming);
    }

    /** Whether both say the same, whichever filing did. */
    public boolean agrees(Profile other) {
        return name.equals(other.name)
                && birthDate.equals(other.birthDate)
                && particulars.equals(other.particulars)
                && naming.equals(other.naming);
    }
}
