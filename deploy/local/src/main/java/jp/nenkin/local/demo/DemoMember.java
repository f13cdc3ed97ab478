package jp.nenkin.local.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * An invented member and what is filed about him, in the order of filing.
 *
 * @param key names the member within the fund before he has a number
 */
public record DemoMember(
        String key, String name, LocalDate birthDate, DemoEstablishment establishment, List<DemoFact> facts) {
    public DemoMember {
        facts = List.copyOf(facts);
    }

    /** Without what says who it is. */
    @Override
    public String toString() {
        return key;
    }
}
