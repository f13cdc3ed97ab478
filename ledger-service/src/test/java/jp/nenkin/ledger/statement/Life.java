package jp.nenkin.ledger.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.account.PlanTerms;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact;
import jp.nenkin.ledger.membership.MemberFact.Balance;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.membership.MemoryLedger;
import jp.nenkin.ledger.membership.RightToBenefit;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** An account as the ledger carries it through months and years, with what is filed about it on the way. */
final class Life {
    static final MemberNumber MEMBER = new MemberNumber(1234);
    static final AccountId ACCOUNT = AccountId.ordinary(MEMBER, Plan.FIRST, 0);
    static final PlanTerms TERMS = PlanData.read();
    private static final String ESTABLISHMENT = "1000001";

    final Rates rates;
    private final MemoryLedger ledger;

    Life(Rates rates) {
        this.rates = rates;
        this.ledger = new MemoryLedger(MEMBER, TERMS).rates(rates);
    }

    /** The statements of a year, of somebody whose birth date plays no part. */
    Statements statements(FiscalYear year, CutOffs cutOffs) {
        return new Statements(
                year, cutOffs, new Books(null, null, rates, TERMS), member -> new RightToBenefit(TERMS, null));
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

    static MemberFact enrolment(LocalDate acquiredOn, long base, Filing filing) {
        return new Told(new MemberEnrolled(
                MEMBER.toString(),
                ESTABLISHMENT,
                acquiredOn,
                List.of(new PlanBaseSalary(Plan.FIRST, base)),
                false,
                filing,
                null));
    }

    static MemberFact takeOver(LocalDate acquiredOn, long base) {
        return new Told(new MemberTakenOver(
                MEMBER.toString(),
                ESTABLISHMENT,
                acquiredOn,
                List.of(),
                List.of(new PlanBaseSalary(Plan.FIRST, base)),
                List.of(),
                filed(FilingType.TAKE_OVER, FilingChannel.DATA, "2026-06-15")));
    }

    static MemberFact balance(LocalDate creditedOn, long yen) {
        return new Balance(ACCOUNT, creditedOn, new Yen(yen));
    }

    static MemberFact loss(LocalDate lostOn, Filing filing) {
        return new Told(
                new EligibilityLost(MEMBER.toString(), ESTABLISHMENT, lostOn, LossCause.RETIREMENT, filing, null));
    }

    static MemberFact raise(LocalDate effectiveFrom, long base, Filing filing) {
        return new Told(new BaseSalaryChanged(MEMBER.toString(), Plan.FIRST, effectiveFrom, base, filing, null));
    }

    Life booksThrough(YearMonth month, @Nullable FiscalYear year) {
        ledger.booksThrough(month, year);
        return this;
    }

    /** Whether the rules accept it; what they refuse has no effect, as when an event is parked. */
    boolean tryOut(MemberFact fact) {
        return ledger.record(fact) instanceof Outcome.Changes;
    }

    Life when(MemberFact fact) {
        ledger.when(fact);
        return this;
    }

    Life run(YearMonth month) {
        ledger.run(month);
        return this;
    }

    Life run(FiscalYear year) {
        ledger.run(year);
        return this;
    }

    AccountState state() {
        return ledger.state(ACCOUNT);
    }

    List<AccountEvent> events() {
        return ledger.events(ACCOUNT);
    }

    List<MemberFact> facts() {
        return ledger.facts();
    }
}
