package jp.nenkin.ledger.membership;

import static jp.nenkin.ledger.membership.Facts.base;
import static jp.nenkin.ledger.membership.Facts.cancelled;
import static jp.nenkin.ledger.membership.Facts.enrolled;
import static jp.nenkin.ledger.membership.Facts.lost;
import static jp.nenkin.ledger.membership.Facts.transferred;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.nenkin.events.LossCause;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.InterestAdjusted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountEvent.TransferAdjusted;
import jp.nenkin.ledger.account.AccountEvent.TransferCredited;
import jp.nenkin.ledger.account.AccountEvolution;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.account.PlanTerms;
import jp.nenkin.ledger.account.Restatement.AccountLife;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;

/** Seeded lives told twice, each filing in its month and then late: the ledger comes to the same. */
class FilingOrderTest {
    private static final int LIVES = Integer.getInteger("nenkin.lives", 400);
    private static final PlanTerms TERMS = PlanData.read();
    private static final YearMonth FIRST_MONTH = YearMonth.of(2019, 4);
    private static final YearMonth LAST_MONTH = YearMonth.of(2024, 3);
    private static final long[] GRADES = {88_000, 126_000, 300_000, 320_000, 440_000, 650_000};

    /** A fact and the month in which the office tells it, before that month's run. */
    private record Telling(YearMonth month, MemberFact fact) {}

    /** What happens to a member in five years, and the rates of those years. */
    private record RandomLife(List<MemberFact> facts, Rates rates) {
        static RandomLife of(Random random) {
            LocalDate first = FIRST_MONTH.atDay(1).plusDays(random.nextInt(400));
            LocalDate lostOn = first.plusDays(150L + random.nextInt(1_000));
            if (random.nextInt(4) == 0) {
                lostOn = LocalDate.of(lostOn.getYear() + 1, Month.APRIL, 1).minusDays(random.nextInt(2));
            }
            boolean leaves = random.nextInt(10) < 7;
            LocalDate until = leaves ? lostOn : LAST_MONTH.atEndOfMonth();
            List<MemberFact> facts = new ArrayList<>();
            facts.add(enrolled(first.toString(), grade(random)));
            cancelledLoss(first, until, random, facts);
            baseSalaries(first, until, random, facts);
            transfers(first, until, random, facts);
            if (leaves) {
                LossCause cause = random.nextInt(3) == 0 ? LossCause.MERGER : LossCause.RETIREMENT;
                facts.add(lost(lostOn.toString(), cause, "loss of " + lostOn, null));
                LocalDate back = lostOn.plusDays(1L + random.nextInt(300));
                if (random.nextBoolean() && !back.isAfter(LAST_MONTH.atDay(1))) {
                    facts.add(enrolled(back.toString(), grade(random)));
                    baseSalaries(back, LAST_MONTH.atEndOfMonth(), random, facts);
                }
            }
            return new RandomLife(facts, rates(random));
        }

        private static void cancelledLoss(LocalDate from, LocalDate until, Random random, List<MemberFact> facts) {
            if (random.nextBoolean()) {
                LocalDate wrong = from.plusDays(random.nextLong(until.toEpochDay() - from.toEpochDay()));
                facts.add(lost(wrong.toString(), LossCause.RETIREMENT, "wrong loss", null));
                facts.add(cancelled("wrong loss"));
            }
        }

        private static void baseSalaries(LocalDate from, LocalDate until, Random random, List<MemberFact> facts) {
            for (YearMonth month = FIRST_MONTH; !month.isAfter(LAST_MONTH); month = month.plusMonths(6)) {
                LocalDate day = month.atDay(1);
                if (day.isAfter(from) && day.isBefore(until) && random.nextInt(10) < 4) {
                    facts.add(base(day.toString(), grade(random)));
                }
            }
        }

        private static void transfers(LocalDate from, LocalDate until, Random random, List<MemberFact> facts) {
            LocalDate day = from;
            for (int number = 1; number <= random.nextInt(3); number++) {
                day = day.plusDays(1L + random.nextInt(120));
                if (day.isBefore(until)) {
                    facts.add(
                            transferred(day.toString(), number, 10_000L + random.nextInt(900_000), random.nextInt(40)));
                }
            }
        }

        private static long grade(Random random) {
            return GRADES[random.nextInt(GRADES.length)];
        }

        private static Rates rates(Random random) {
            Map<FiscalYear, CreditingRate> rates = new HashMap<>();
            for (int year = FIRST_MONTH.getYear(); year <= LAST_MONTH.getYear(); year++) {
                rates.put(new FiscalYear(year), new CreditingRate(random.nextInt(51)));
            }
            return new Rates(rates);
        }
    }

    @Test
    void the_order_of_a_late_filing_and_the_close_of_the_year_does_not_change_the_final_balance() {
        long adjusted = 0;
        for (int seed = 1; seed <= LIVES; seed++) {
            RandomLife life = RandomLife.of(new Random(seed));
            MemoryLedger inTime = toldInTime(life);

            MemoryLedger late = toldLate(life, new Random(-seed));

            assertThat(balances(late)).as("seed %d: %s", seed, life).isEqualTo(balances(inTime));
            assertThat(open(late)).as("seed %d: %s", seed, life).isEqualTo(open(inTime));
            adjusted += late.states().keySet().stream()
                    .mapToLong(
                            account -> late.all(account, InterestAdjusted.class).size())
                    .sum();
        }
        assertThat(adjusted).as("credits of closed years that were adjusted").isGreaterThan(LIVES / 2);
    }

    @Test
    void a_stored_state_is_what_its_events_lead_to_and_what_the_facts_in_effect_lead_to() {
        for (int seed = 1; seed <= LIVES; seed++) {
            MemoryLedger late = toldLate(RandomLife.of(new Random(seed)), new Random(-seed));
            Map<AccountId, AccountLife> replayed = Replay.of(
                            Facts.MEMBER, FactsInEffect.of(late.facts()), late.books(), late.right())
                    .accounts();

            for (Map.Entry<AccountId, AccountState> stored : late.states().entrySet()) {
                AccountState evolved = new Unopened(stored.getKey());
                for (AccountEvent event : late.events(stored.getKey())) {
                    evolved = AccountEvolution.evolve(evolved, event);
                }
                AccountLife none = AccountLife.none(new Unopened(stored.getKey()));
                assertThat(evolved).as("events, seed %d", seed).isEqualTo(stored.getValue());
                assertThat(replayed.getOrDefault(stored.getKey(), none).state())
                        .as("facts, seed %d", seed)
                        .isEqualTo(stored.getValue());
            }
        }
    }

    @Test
    void the_postings_of_an_account_add_up_to_its_balance() {
        for (int seed = 1; seed <= LIVES; seed++) {
            MemoryLedger late = toldLate(RandomLife.of(new Random(seed)), new Random(-seed));
            late.states().forEach((account, state) -> {
                long sum = late.events(account).stream()
                        .filter(FilingOrderTest::isPosting)
                        .mapToLong(event -> event.amount().amount())
                        .sum();
                assertThat(state.balance()).as("%s of %s", account, state).isEqualTo(new Yen(sum));
            });
        }
    }

    private static boolean isPosting(AccountEvent event) {
        return event instanceof ContributionPosted
                || event instanceof ContributionAdjusted
                || event instanceof InterestCredited
                || event instanceof InterestAdjusted
                || event instanceof TransferCredited
                || event instanceof TransferAdjusted;
    }

    private static MemoryLedger toldInTime(RandomLife life) {
        List<Telling> tellings = new ArrayList<>();
        YearMonth before = FIRST_MONTH;
        for (MemberFact fact : life.facts()) {
            // A cancellation in time is told at once.
            boolean cancels = fact.replaces().isPresent();
            before = cancels ? before : YearMonth.from(fact.effectiveOn());
            tellings.add(new Telling(before, fact));
        }
        return played(life, tellings, 0);
    }

    /** Each up to two and a half years late; the enrolment first, the true loss after the cancelled one. */
    private static MemoryLedger toldLate(RandomLife life, Random random) {
        List<Telling> tellings = new ArrayList<>();
        YearMonth before = FIRST_MONTH;
        YearMonth notBefore = FIRST_MONTH;
        for (MemberFact fact : life.facts()) {
            boolean cancels = fact.replaces().isPresent();
            YearMonth month = cancels ? before : YearMonth.from(fact.effectiveOn());
            YearMonth late = month.plusMonths(random.nextInt(5) < 2 ? 0 : random.nextInt(30));
            before = late.isBefore(notBefore) ? notBefore : late;
            notBefore = tellings.isEmpty() || cancels ? before : notBefore;
            tellings.add(new Telling(before, fact));
        }
        return played(life, tellings, random.nextInt(4));
    }

    /** The months' runs, the years' some months later, and what is told: refused, it is tried again with the next. */
    private static MemoryLedger played(RandomLife life, List<Telling> tellings, int lag) {
        MemoryLedger ledger = new MemoryLedger(Facts.MEMBER, TERMS)
                .rates(life.rates())
                .booksThrough(
                        FIRST_MONTH.minusMonths(1), FiscalYear.of(FIRST_MONTH).previous());
        List<Telling> waiting = new ArrayList<>(tellings);
        waiting.sort(Comparator.comparing(Telling::month));
        for (YearMonth month = FIRST_MONTH; !month.isAfter(LAST_MONTH); month = month.plusMonths(1)) {
            tell(ledger, waiting, month);
            ledger.run(month);
            if (month.minusMonths(lag).getMonth() == Month.MARCH
                    && month.minusMonths(lag).isAfter(FIRST_MONTH)) {
                ledger.run(FiscalYear.of(month.minusMonths(lag)));
            }
        }
        if (lag > 0) {
            ledger.run(FiscalYear.of(LAST_MONTH));
        }
        for (int tries = waiting.size(); tries > 0; tries--) {
            tell(ledger, waiting, YearMonth.of(9999, 12));
        }
        assertThat(waiting).as("refused to the end").isEmpty();
        return ledger;
    }

    private static void tell(MemoryLedger ledger, List<Telling> waiting, YearMonth now) {
        waiting.removeIf(
                telling -> !telling.month().isAfter(now) && ledger.record(telling.fact()) instanceof Outcome.Changes);
    }

    private static Map<AccountId, AccountState> open(MemoryLedger ledger) {
        Map<AccountId, AccountState> open = new HashMap<>(ledger.states());
        open.values().removeIf(Unopened.class::isInstance);
        return open;
    }

    /** By account and 31 March. */
    private static Map<AccountId, List<Yen>> balances(MemoryLedger ledger) {
        Map<AccountId, List<Yen>> balances = new HashMap<>();
        for (AccountId account : open(ledger).keySet()) {
            List<Yen> closings = new ArrayList<>();
            for (FiscalYear year = FiscalYear.of(FIRST_MONTH);
                    !year.isAfter(FiscalYear.of(LAST_MONTH));
                    year = year.next()) {
                closings.add(ledger.balance(account, year.lastDay()));
            }
            balances.put(account, closings);
        }
        return balances;
    }
}
