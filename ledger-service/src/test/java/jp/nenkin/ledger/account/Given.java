package jp.nenkin.ledger.account;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.account.AccountCommand.ChangeBaseSalary;
import jp.nenkin.ledger.account.AccountCommand.CreditInterest;
import jp.nenkin.ledger.account.AccountCommand.EndMembership;
import jp.nenkin.ledger.account.AccountCommand.Enrol;
import jp.nenkin.ledger.account.AccountCommand.OpenForTakeOver;
import jp.nenkin.ledger.account.AccountCommand.PostContribution;
import jp.nenkin.ledger.account.AccountCommand.TakeOverBalance;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.MonthCount;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** One account under test and the books beside it, in the words of the domain. */
final class Given {
    static final EstablishmentNumber ESTABLISHMENT = EstablishmentNumber.parse("1000001");
    static final PlanTerms TERMS = PlanData.read();
    private static final Map<FiscalYear, String> KNOWN_RATES = Map.ofEntries(
            entry(new FiscalYear(2019), "2.0"),
            entry(new FiscalYear(2021), "2.3"),
            entry(new FiscalYear(2022), "5.0"),
            entry(new FiscalYear(2023), "0.0"),
            entry(new FiscalYear(2024), "3.7"),
            entry(new FiscalYear(2025), "4.4"));

    final List<AccountEvent> events = new ArrayList<>();
    AccountState state;
    private @Nullable YearMonth contributionsThrough;
    private @Nullable FiscalYear creditedThrough;
    private PlanTerms terms = TERMS;

    private Given(Plan plan, int ordinal) {
        state = new Unopened(new AccountId(new MemberNumber(1234), plan, ordinal));
    }

    static Given account(Plan plan) {
        return new Given(plan, 0);
    }

    /** Example X of the domain rules: joined 2015-04-01, base 300,000, balance 100,000 at 2024-03-31. */
    static Given exampleX() {
        return account(Plan.FIRST)
                .booksThrough("2024-03", 2023)
                .when(takeOver("2015-04-01", 300_000))
                .when(new TakeOverBalance(LocalDate.of(2024, 3, 31), new Yen(100_000)));
    }

    static Enrol enrol(String acquiredOn, long baseSalary) {
        LocalDate acquired = LocalDate.parse(acquiredOn);
        return new Enrol(
                new Membership(ESTABLISHMENT, acquired, acquired, 0, false, 0),
                acquired,
                new Yen(baseSalary),
                filing(FilingType.ENROLMENT));
    }

    static OpenForTakeOver takeOver(String acquiredOn, long baseSalary) {
        LocalDate acquired = LocalDate.parse(acquiredOn);
        return new OpenForTakeOver(
                new Membership(ESTABLISHMENT, acquired, acquired, 0, false, 0),
                new Yen(baseSalary),
                filing(FilingType.TAKE_OVER));
    }

    static EndMembership loss(String lostOn) {
        return loss(lostOn, new EndMembership.Right());
    }

    static EndMembership loss(String lostOn, EndMembership.Outcome outcome) {
        return new EndMembership(LocalDate.parse(lostOn), LossCause.RETIREMENT, outcome, filing(FilingType.LOSS));
    }

    static ChangeBaseSalary baseSalary(String effectiveFrom, long amount) {
        return new ChangeBaseSalary(
                LocalDate.parse(effectiveFrom), new Yen(amount), filing(FilingType.BASE_SALARY_CHANGE), null);
    }

    static Filing filing(FilingType type) {
        return filing(type, LocalDate.of(2025, 6, 2));
    }

    static Filing filing(FilingType type, LocalDate receivedOn) {
        return new Filing(
                UUID.nameUUIDFromBytes(type.name().getBytes(StandardCharsets.UTF_8)),
                type,
                FilingChannel.DATA,
                receivedOn);
    }

    Given booksThrough(String month, int year) {
        contributionsThrough = YearMonth.parse(month);
        creditedThrough = new FiscalYear(year);
        return this;
    }

    Books books() {
        Map<FiscalYear, CreditingRate> rates = KNOWN_RATES.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, known -> CreditingRate.parse(known.getValue())));
        return new Books(contributionsThrough, creditedThrough, new Rates(rates), terms);
    }

    /** With the fund's terms, but months in which a crediting falls counted otherwise. */
    Given counting(MonthCount monthCount) {
        List<PlanRules> rules = TERMS.rules().stream()
                .map(each -> new PlanRules(
                        each.effectiveFrom(),
                        each.monthsForRight(),
                        each.monthsForRightWithTransfer(),
                        each.waitingCapFrom(),
                        each.waitingCapTenthsOfPercent(),
                        monthCount,
                        each.rounding(),
                        each.monthsForOldAge(),
                        each.oldAge(),
                        each.oldAgeOnLeaving(),
                        each.lumpSumUnit()))
                .toList();
        terms = new PlanTerms(TERMS.contributionRates(), TERMS.creditingRates(), rules);
        return this;
    }

    Given when(AccountCommand command) {
        Decision decision = AccountDecider.decide(state, command, books());
        assertThat(decision).as(command.toString()).isInstanceOf(Decision.Accepted.class);
        for (AccountEvent event : ((Decision.Accepted) decision).events()) {
            state = AccountEvolution.evolve(state, event);
            events.add(event);
        }
        return this;
    }

    Given runMonths(String first, String last) {
        YearMonth end = YearMonth.parse(last);
        for (YearMonth month = YearMonth.parse(first); !month.isAfter(end); month = month.plusMonths(1)) {
            when(new PostContribution(month));
            contributionsThrough = month;
        }
        return this;
    }

    Given runYear(int year) {
        when(new CreditInterest(new FiscalYear(year)));
        creditedThrough = new FiscalYear(year);
        return this;
    }

    boolean isRetroactive(AccountCommand command) {
        return AccountDecider.decide(state, command, books()) instanceof Decision.Retroactive;
    }

    Refusal refusalOf(AccountCommand command) {
        Decision decision = AccountDecider.decide(state, command, books());
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).refusal();
    }

    long balance() {
        return state.balance().amount();
    }

    <E extends AccountEvent> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <E extends AccountEvent> E last(Class<E> type) {
        return all(type).getLast();
    }
}
