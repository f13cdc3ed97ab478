package jp.nenkin.ledger.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.account.AccountCommand;
import jp.nenkin.ledger.account.AccountCommand.ChangeBaseSalary;
import jp.nenkin.ledger.account.AccountCommand.CreditInterest;
import jp.nenkin.ledger.account.AccountCommand.EndMembership;
import jp.nenkin.ledger.account.AccountCommand.Enrol;
import jp.nenkin.ledger.account.AccountCommand.OpenForTakeOver;
import jp.nenkin.ledger.account.AccountCommand.PostContribution;
import jp.nenkin.ledger.account.AccountDecider;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountEvolution;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.Decision;
import jp.nenkin.ledger.account.Membership;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.account.PlanTerms;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** An account as the ledger carries it through months and years, with what is filed about it on the way. */
final class Life {
    static final MemberNumber MEMBER = new MemberNumber(1234);
    static final AccountId ACCOUNT = new AccountId(MEMBER, Plan.FIRST, 0);
    static final PlanTerms TERMS = PlanData.read();
    private static final EstablishmentNumber ESTABLISHMENT = EstablishmentNumber.parse("1000001");

    final List<AccountEvent> events = new ArrayList<>();
    final Rates rates;
    AccountState state = new Unopened(ACCOUNT);
    private @Nullable YearMonth contributionsThrough;
    private @Nullable FiscalYear creditedThrough;

    Life(Rates rates) {
        this.rates = rates;
    }

    /** The same rate for every year that a test may meet. */
    static Rates rates(String rate) {
        return new Rates(IntStream.rangeClosed(2010, 2040)
                .boxed()
                .collect(Collectors.toMap(FiscalYear::new, year -> CreditingRate.parse(rate))));
    }

    static Filing filed(FilingType type, FilingChannel channel, String receivedOn) {
        return new Filing(
                UUID.nameUUIDFromBytes((type + "/" + channel + "/" + receivedOn).getBytes(UTF_8)),
                type,
                channel,
                LocalDate.parse(receivedOn));
    }

    static Enrol enrolment(LocalDate acquiredOn, long base, Filing filing) {
        return new Enrol(ESTABLISHMENT, acquiredOn, new Yen(base), filing);
    }

    static OpenForTakeOver takeOver(LocalDate acquiredOn, long base) {
        return new OpenForTakeOver(
                new Membership(ESTABLISHMENT, acquiredOn, acquiredOn, 0, false),
                new Yen(base),
                0,
                filed(FilingType.TAKE_OVER, FilingChannel.DATA, "2026-06-15"));
    }

    static EndMembership loss(LocalDate lostOn, Filing filing) {
        return new EndMembership(lostOn, LossCause.RETIREMENT, filing);
    }

    static ChangeBaseSalary raise(LocalDate effectiveFrom, long base, Filing filing) {
        return new ChangeBaseSalary(effectiveFrom, new Yen(base), filing, null);
    }

    Life booksThrough(YearMonth month, @Nullable FiscalYear year) {
        contributionsThrough = month;
        creditedThrough = year;
        return this;
    }

    private Books books() {
        return new Books(contributionsThrough, creditedThrough, rates, TERMS);
    }

    /** Whether the rules accept it; what they refuse has no effect, as when an event is parked. */
    boolean tryOut(AccountCommand command) {
        if (!(AccountDecider.decide(state, command, books()) instanceof Decision.Accepted accepted)) {
            return false;
        }
        for (AccountEvent event : accepted.events()) {
            state = AccountEvolution.evolve(state, event);
            events.add(event);
        }
        return true;
    }

    Life when(AccountCommand command) {
        assertThat(tryOut(command)).as(command.toString()).isTrue();
        return this;
    }

    Life run(YearMonth month) {
        if (!(state instanceof Unopened)) {
            when(new PostContribution(month));
        }
        contributionsThrough = month;
        return this;
    }

    Life runMonths(String first, String last) {
        YearMonth end = YearMonth.parse(last);
        for (YearMonth month = YearMonth.parse(first); !month.isAfter(end); month = month.plusMonths(1)) {
            run(month);
        }
        return this;
    }

    Life run(FiscalYear year) {
        if (!(state instanceof Unopened)) {
            when(new CreditInterest(year));
        }
        creditedThrough = year;
        return this;
    }

    /** What rests on a filing or a take-over, as it lies in the journal. */
    Map<AccountId, List<AccountEvent>> facts() {
        return events.isEmpty()
                ? Map.of()
                : Map.of(
                        ACCOUNT,
                        events.stream()
                                .filter(event -> !(event instanceof ContributionPosted)
                                        && !(event instanceof ContributionAdjusted)
                                        && !(event instanceof InterestCredited))
                                .toList());
    }
}
