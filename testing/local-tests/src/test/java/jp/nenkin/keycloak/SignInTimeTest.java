package jp.nenkin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import jp.nenkin.keycloak.LiveKeycloak.Servers;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whether the time of a refusal tells what was wrong: tries of each kind in random order against the running Keycloak,
 * and a Mann-Whitney U test between each two kinds.
 */
@ExtendWith(LiveKeycloak.class)
@EnabledIfSystemProperty(named = "long", matches = ".*")
class SignInTimeTest {

    private static final int TRIES = Integer.getInteger("tries", 10_000);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    /** Of ten pairs without any difference, one in a hundred runs finds one by chance. */
    private static final double BY_CHANCE = 0.001;

    private static final String BORN = "19610123";
    /** How often one account is tried before it is stopped, and once before for Keycloak to remember it. */
    private static final int TRIES_OF_ACCOUNT = 4;

    /** What is wrong. */
    private enum Wrong {
        LOGIN_ID,
        PASSWORD,
        BIRTH_DATE,
        GUESSED_AT_TOO_OFTEN,
        STOPPED
    }

    private final Map<Wrong, List<Double>> seconds = new EnumMap<>(Wrong.class);
    private int accounts;
    private int nobodies;

    /** What is typed, as often as it may be. */
    private record Account(String loginId, String password) {}

    @Test
    void no_refusal_takes_longer_than_another(Servers servers) {
        SignInPagesTest.triesOfAddress(servers, "1000000");
        Account stopped = account(servers);
        SignInPagesTest.set(servers, stopped.loginId(), false);
        Account guessedAt = account(servers);
        try (LoginBrowser browser = new LoginBrowser(servers)) {
            for (int guess = 0; guess <= TRIES_OF_ACCOUNT; guess++) {
                refused(browser, guessedAt.loginId(), "wrong1234", BORN);
            }
            Instant end = Instant.now().plus(LIMIT);
            for (int tried = 0; tried < TRIES && Instant.now().isBefore(end); ) {
                tried += round(servers, browser, stopped, guessedAt);
            }
        }
        assertThat(differences()).isEmpty();
    }

    /** Each kind as often as a fresh account may be tried, in random order. */
    private int round(Servers servers, LoginBrowser browser, Account stopped, Account guessedAt) {
        Account first = account(servers);
        Account second = account(servers);
        for (Account each : List.of(first, second)) {
            refused(browser, each.loginId(), "wrong1234", BORN);
        }
        List<Runnable> tries = new ArrayList<>();
        for (int number = 0; number < TRIES_OF_ACCOUNT; number++) {
            // As long as the others', and each only once, as those of an attacker who looks for one.
            String nobody = "nobody-%010d".formatted(nobodies++);
            tries.add(() -> timed(Wrong.LOGIN_ID, browser, new Account(nobody, "wrong1234"), BORN));
            tries.add(() -> timed(Wrong.PASSWORD, browser, new Account(first.loginId(), "wrong1234"), BORN));
            tries.add(() -> timed(Wrong.BIRTH_DATE, browser, second, "19610124"));
            tries.add(() -> timed(Wrong.GUESSED_AT_TOO_OFTEN, browser, guessedAt, BORN));
            tries.add(() -> timed(Wrong.STOPPED, browser, stopped, BORN));
        }
        Collections.shuffle(tries, new Random(accounts));
        tries.forEach(Runnable::run);
        return tries.size();
    }

    private void timed(Wrong wrong, LoginBrowser browser, Account account, String birthDate) {
        double time = refused(browser, account.loginId(), account.password(), birthDate);
        seconds.computeIfAbsent(wrong, _ -> new ArrayList<>()).add(time);
    }

    /** The seconds from the form's being sent to its answer. */
    private static double refused(LoginBrowser browser, String loginId, String password, String birthDate) {
        HttpResponse<String> page = browser.open("member");
        long start = System.nanoTime();
        HttpResponse<String> answer = browser.signIn(page, loginId, password, birthDate);
        double time = (System.nanoTime() - start) / 1e9;
        assertThat(answer.body()).contains("is wrong");
        return time;
    }

    private Account account(Servers servers) {
        DemoPerson person = DemoPerson.member("%010d".formatted(900_000_000 + accounts++), LocalDate.of(1961, 1, 23));
        servers.people().ensure(List.of(person));
        return new Account(
                person.loginId(),
                Passwords.in(servers.folder().root())
                        .find("member", person.loginId())
                        .orElseThrow());
    }

    /** Prints what was measured; the pairs that differ by more than chance. */
    private List<String> differences() {
        seconds.forEach((wrong, times) -> System.out.printf(
                Locale.ROOT, "%-22s %5d tries, median %.2f ms%n", wrong, times.size(), median(times) * 1e3));
        List<String> differing = new ArrayList<>();
        Wrong[] kinds = Wrong.values();
        IntStream.range(0, kinds.length)
                .forEach(one -> IntStream.range(one + 1, kinds.length).forEach(other -> {
                    double chance = MannWhitneyUTest.withDefaults()
                            .test(times(kinds[one]), times(kinds[other]))
                            .getPValue();
                    String pair = String.format(Locale.ROOT, "%s and %s: p=%.4f", kinds[one], kinds[other], chance);
                    System.out.println(pair);
                    if (chance < BY_CHANCE) {
                        differing.add(pair);
                    }
                }));
        return differing;
    }

    private double[] times(Wrong wrong) {
        return seconds.getOrDefault(wrong, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double median(List<Double> times) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
