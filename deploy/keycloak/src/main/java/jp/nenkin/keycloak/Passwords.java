package jp.nenkin.keycloak;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** The passwords of the local system's people: one file for each, beside the clients' secrets. */
public final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    // Without what is easily taken for something else: people type these.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";
    private static final String DIGITS = "23456789";
    private static final int GROUP = 4;
    private static final int OF_MEMBERS = 3;
    private static final int OF_OFFICERS = 6;

    private final SecretFiles files;

    private Passwords(SecretFiles files) {
        this.files = files;
    }

    /** The passwords below a data folder. */
    public static Passwords in(Path dataFolder) {
        return new Passwords(new SecretFiles(dataFolder.resolve("passwords")));
    }

    /** The person's password, drawn at random by the rule of the realm when there is none yet. */
    public String createIfMissing(String realm, String loginId) {
        return files.createIfMissing(
                realm + "." + loginId, () -> drawn(realm.equals("fund") ? OF_OFFICERS : OF_MEMBERS));
    }

    public Optional<String> find(String realm, String loginId) {
        return files.find(realm + "." + loginId);
    }

    /** Groups of three letters and a digit: every rule asks for both, and members' passwords end at twelve. */
    private static String drawn(int groups) {
        return RANDOM.ints(groups * (long) GROUP, 0, LETTERS.length())
                .collect(
                        StringBuilder::new,
                        (text, number) -> text.append(
                                text.length() % GROUP == GROUP - 1
                                        ? DIGITS.charAt(number % DIGITS.length())
                                        : LETTERS.charAt(number)),
                        StringBuilder::append)
                .toString();
    }
}
