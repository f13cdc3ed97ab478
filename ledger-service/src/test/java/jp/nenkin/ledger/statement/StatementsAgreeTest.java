package jp.nenkin.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.StatementPrepared.AccountFigures;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.membership.MemberFact;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;

/** Two ways to the same yen: what the ledger credited on its way, and what its facts give computed afresh. */
class StatementsAgreeTest {
    private static final int LIVES = System.getProperty("long") == null ? 500 : 2_000;
    private static final YearMonth BEGIN = YearMonth.of(2015, 4);
    private static final long[] BASES = {88_000, 200_000, 300_000, 320_000, 650_000};

    @Test
    void without_cut_offs_the_statement_is_what_the_ledger_has_credited() {
        long seed = System.nanoTime();
        int compared = 0;
        for (int life = 0; life < LIVES; life++) {
            compared += new RandomLife(seed + life).livedAndCompared();
        }
        assertThat(compared).as("statements compared, seed %d", seed).isGreaterThan(LIVES);
    }

    /** Ten years at most, in which filings come early, late or not at all, and the interest run lags behind. */
    private static final class RandomLife {
        private final long seed;
        private final Random random;
        private final Life life;

        RandomLife(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.life = new Life(new Rates(IntStream.rangeClosed(2010, 2040)
                    .boxed()
                    .collect(Collectors.toMap(FiscalYear::new, year -> new CreditingRate(random.nextInt(51))))));
        }

        int livedAndCompared() {
            FiscalYear uncredited = FiscalYear.of(BEGIN);
            int compared = 0;
            life.booksThrough(BEGIN.minusMonths(1), uncredited.previous());
            begin();
            YearMonth end = BEGIN.plusMonths(24L + random.nextInt(60));
            for (YearMonth month = BEGIN; month.isBefore(end); month = month.plusMonths(1)) {
                while (random.nextInt(3) == 0) {
                    life.tryOut(filing(month));
                }
                life.run(month);
                boolean over = uncredited.lastMonth().isBefore(month);
                if ((over && random.nextInt(3) == 0)
                        || uncredited.next().lastMonth().equals(month)) {
                    life.run(uncredited);
                    compared += compare(uncredited);
                    uncredited = uncredited.next();
                }
            }
            // What became known later has corrected the years before it.
            compared += IntStream.range(2015, uncredited.year())
                    .mapToObj(FiscalYear::new)
                    .mapToInt(this::compare)
                    .sum();
            return compared;
        }

        /** A take-over at the beginning, or nobody yet. */
        private void begin() {
            if (random.nextBoolean()) {
                life.when(Life.takeOver(LocalDate.of(2000 + random.nextInt(15), 4, 1), base()))
                        .when(Life.balance(LocalDate.of(2015, 3, 31), random.nextInt(10_000_000)));
            }
        }

        private MemberFact filing(YearMonth now) {
            YearMonth about = now.plusMonths(random.nextInt(16) - 12L);
            LocalDate day = about.atDay(1 + random.nextInt(28));
            return switch (random.nextInt(8)) {
                case 0, 1, 2 -> Life.enrolment(day, base(), filed(FilingType.ENROLMENT));
                case 3, 4, 5, 6 ->
                    Life.raise(
                            LocalDate.of(day.getYear(), day.getMonthValue() < 7 ? 4 : 10, 1),
                            base(),
                            filed(FilingType.BASE_SALARY_CHANGE));
                default -> Life.loss(day, filed(FilingType.LOSS));
            };
        }

        private long base() {
            return BASES[random.nextInt(BASES.length)];
        }

        private Filing filed(FilingType type) {
            return new Filing(
                    new UUID(random.nextLong(), random.nextLong()), type, FilingChannel.DATA, LocalDate.of(2015, 4, 1));
        }

        private int compare(FiscalYear year) {
            Optional<StatementPrepared> prepared =
                    life.statements(year, new CutOffs(List.of())).of(Life.MEMBER, life.facts());
            boolean due = life.state() instanceof Active active
                    && !active.membership().acquiredOn().isAfter(year.lastDay());
            assertThat(prepared.isPresent()).as("%s, seed %d", year, seed).isEqualTo(due);
            prepared.ifPresent(statement -> {
                AccountFigures figures = statement.accounts().getFirst();
                assertThat(figures.closing()).as("%s, seed %d", year, seed).isEqualTo(closing(year));
                assertThat(figures.opening()).as("%s, seed %d", year, seed).isEqualTo(closing(year.previous()));
                assertThat(figures.closing()).isEqualTo(figures.opening() + figures.credited() + figures.interest());
                assertThat(statement.filingsLeftOut()).isEmpty();
            });
            return due ? 1 : 0;
        }

        /** What the ledger has credited up to the end of a year, by value dates. */
        private long closing(FiscalYear year) {
            long sum = life.events().stream()
                    .filter(event -> !event.valueDate().isAfter(year.lastDay()))
                    .map(AccountEvent::amount)
                    .reduce(Yen.ZERO, Yen::plus)
                    .amount();
            return sum;
        }
    }
}
