package jp.nenkin.ledger.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.EstablishmentChanged;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.events.TransferredIn;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.PlanBalances;
import jp.nenkin.ledger.account.PlanTerms;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact;
import jp.nenkin.ledger.membership.MemberFact.Balance;
import jp.nenkin.ledger.membership.MemberFact.Deferral;
import jp.nenkin.ledger.membership.MemberFact.DeferralCancelled;
import jp.nenkin.ledger.membership.MemberFact.DeferralEnd;
import jp.nenkin.ledger.membership.MemberFact.Payment;
import jp.nenkin.ledger.membership.MemberFact.Recovery;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.membership.MemoryLedger;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.oracle.Picture.AccountKey;
import jp.nenkin.ledger.oracle.Step.ApproveRate;
import jp.nenkin.ledger.oracle.Step.CancelLoss;
import jp.nenkin.ledger.oracle.Step.ChangeBase;
import jp.nenkin.ledger.oracle.Step.CloseMonthRun;
import jp.nenkin.ledger.oracle.Step.CorrectEnrolment;
import jp.nenkin.ledger.oracle.Step.CorrectLoss;
import jp.nenkin.ledger.oracle.Step.CorrectTransfer;
import jp.nenkin.ledger.oracle.Step.DayComes;
import jp.nenkin.ledger.oracle.Step.Defer;
import jp.nenkin.ledger.oracle.Step.EndDeferral;
import jp.nenkin.ledger.oracle.Step.Enrol;
import jp.nenkin.ledger.oracle.Step.Enrolment;
import jp.nenkin.ledger.oracle.Step.Filed;
import jp.nenkin.ledger.oracle.Step.Filing;
import jp.nenkin.ledger.oracle.Step.InterestRun;
import jp.nenkin.ledger.oracle.Step.Lose;
import jp.nenkin.ledger.oracle.Step.Pay;
import jp.nenkin.ledger.oracle.Step.TransferIn;
import jp.nenkin.ledger.oracle.TrueFacts.Transfer;
import org.jspecify.annotations.Nullable;

/** A seeded life told to the ledger step by step, in the words of its facts. */
final class PlayedLife {
    static final MemberNumber MEMBER = new MemberNumber(1234);
    private static final String SOURCE = "another fund";

    // Every third step, so that several corrections come between in some lives, and one by one in others.
    private static final int SETTLED = 3;

    private final SeededLife life;
    private final LocalDate ageLimit;
    private final MemoryLedger ledger;
    private int lossesAtTheAgeLimit;
    private int settlements;
    private boolean endedByAge;

    PlayedLife(SeededLife life, PlanTerms terms) {
        this.life = life;
        ageLimit =
                FiscalYears.attained(Terms.OF_THE_FUND.ageLimit(), life.truth().born());
        ledger = new MemoryLedger(MEMBER, terms)
                .born(life.truth().born())
                .booksThrough(YearMonth.of(life.firstYear(), 3), new FiscalYear(life.firstYear() - 1));
    }

    MemoryLedger ledger() {
        return ledger;
    }

    static AccountId account(AccountKey key) {
        return key.subAccount() == 0
                ? AccountId.ordinary(MEMBER, plan(key.plan()), key.life())
                : AccountId.transferred(MEMBER, plan(key.plan()), key.life(), key.subAccount());
    }

    static jp.nenkin.events.Plan plan(Plan plan) {
        return switch (plan) {
            case FIRST -> jp.nenkin.events.Plan.FIRST;
            case SECOND -> jp.nenkin.events.Plan.SECOND;
        };
    }

    /** Takes step k; the day it is on comes first. */
    void take(int k) {
        Step step = life.steps().get(k);
        ledger.comesTo(step.day());
        if (k > 0) {
            endByAge(k - 1, step.day());
        }
        take(step);
        endByAge(k, step.day());
        if ((life.seed() + k) % SETTLED == 0) {
            settle(step.day());
        }
    }

    /**
     * What was paid too much comes back, and what is still owed for a life that was paid before is paid; neither while
     * what is due waits for a rate.
     */
    private void settle(LocalDate day) {
        int present = ledger.accounts().life();
        if (ledger.accounts().ofLife(present).stream().anyMatch(RatePending.class::isInstance)) {
            return;
        }
        for (int number = 0; number <= present; number++) {
            List<AccountState> accounts = ledger.accounts().ofLife(number);
            for (jp.nenkin.events.Plan plan : jp.nenkin.events.Plan.values()) {
                List<AccountState> paid = accounts.stream()
                        .filter(state -> state.account().plan() == plan)
                        .toList();
                if (!paid.isEmpty() && paid.stream().allMatch(Closed.class::isInstance)) {
                    settle(
                            plan,
                            number,
                            day,
                            PlanBalances.of(paid).payable(ledger.books().terms()));
                }
            }
        }
    }

    private void settle(jp.nenkin.events.Plan plan, int number, LocalDate day, Yen payable) {
        UUID id = UUID.nameUUIDFromBytes(("settlement " + ++settlements).getBytes(UTF_8));
        if (payable.compareTo(Yen.ZERO) < 0) {
            record(new Recovery(id, day, number, plan, payable.negated()));
        } else if (payable.compareTo(Yen.ZERO) > 0) {
            record(new Payment(id, day, number, Set.of(plan)));
        }
    }

    private void take(Step step) {
        switch (step) {
            case Filing filing -> facts(filing).forEach(this::record);
            case CloseMonthRun run -> ledger.run(run.month());
            case InterestRun run -> ledger.run(new FiscalYear(run.fiscalYear()));
            case ApproveRate rate -> ledger.approve(rate.fiscalYear(), new CreditingRate(rate.tenths()).toString());
            case DayComes day -> {}
        }
    }

    /** At 65 membership ends on its day, filing or not. Source: domain rules, section 4. */
    private void endByAge(int known, LocalDate today) {
        boolean due = !ageLimit.isAfter(today)
                && life.factsKnownAfter(known).periods().stream()
                        .anyMatch(period ->
                                period.loss() == null || period.loss().on().equals(ageLimit));
        if (due && !endedByAge) {
            endedByAge = true;
            Filed filed = new Filed(--lossesAtTheAgeLimit, today, today, null);
            record(lost(filed, ageLimit, Cause.AGE_65));
        }
    }

    private void record(MemberFact fact) {
        Outcome outcome = ledger.record(fact);
        if (!(outcome instanceof Outcome.Changes)) {
            throw new AssertionError(outcome + " of " + fact);
        }
    }

    private List<MemberFact> facts(Filing step) {
        Filed filed = step.filed();
        return switch (step) {
            case Step.TakeOver it -> takenOver(it);
            case Enrol it -> List.of(enrolled(filed, it.enrolment()));
            case CorrectEnrolment it -> List.of(enrolled(filed, it.enrolment()));
            case ChangeBase it -> List.of(baseChanged(it));
            case Step.Move it -> List.of(moved(it));
            case Lose it -> it.cause() == Cause.AGE_65 ? List.of() : List.of(lost(filed, it));
            case CorrectLoss it -> List.of(lost(filed, it.lostOn(), it.cause()));
            case CancelLoss it ->
                List.of(new Told(new FilingCancelled(
                        MEMBER.toString(), id(filed.replaces()), filing(filed, FilingType.CANCELLATION))));
            case TransferIn it -> List.of(transferred(filed, it.transfer()));
            case CorrectTransfer it -> List.of(transferred(filed, it.transfer()));
            case Defer it -> List.of(new Deferral(it.until(), filing(filed, FilingType.DEFERRAL)));
            case Step.CancelDeferral it ->
                List.of(new DeferralCancelled(id(filed.replaces()), filing(filed, FilingType.CANCELLATION)));
            case EndDeferral it -> List.of(new DeferralEnd(it.endedOn(), filing(filed, FilingType.DEFERRAL)));
            case Pay it -> List.of(paid(filed, it.paidOn()));
        };
    }

    private List<MemberFact> takenOver(Step.TakeOver step) {
        Enrolment enrolment = step.enrolment();
        List<MemberFact> facts = new ArrayList<>();
        facts.add(new Told(new MemberTakenOver(
                MEMBER.toString(),
                enrolment.at().name(),
                enrolment.acquiredOn(),
                List.of(),
                bases(enrolment.bases()),
                step.assets().stream().map(PlayedLife::asset).toList(),
                filing(step.filed(), FilingType.TAKE_OVER))));
        LocalDate creditedOn = step.balances().creditedOn();
        step.balances()
                .balances()
                .forEach(each -> facts.add(new Balance(
                        account(new AccountKey(0, each.plan(), each.subAccount())),
                        creditedOn,
                        new Yen(each.amount()))));
        return facts;
    }

    private static Told enrolled(Filed filed, Enrolment enrolment) {
        return new Told(new MemberEnrolled(
                MEMBER.toString(),
                enrolment.at().name(),
                enrolment.acquiredOn(),
                bases(enrolment.bases()),
                false,
                filing(filed, FilingType.ENROLMENT),
                replaced(filed)));
    }

    private static Told baseChanged(ChangeBase step) {
        return new Told(new BaseSalaryChanged(
                MEMBER.toString(),
                plan(step.plan()),
                step.effective().atDay(1),
                step.base(),
                filing(step.filed(), FilingType.BASE_SALARY_CHANGE),
                replaced(step.filed())));
    }

    private static Told moved(Step.Move step) {
        return new Told(new EstablishmentChanged(
                MEMBER.toString(),
                step.move().to().name(),
                step.move().on(),
                bases(step.move().bases()),
                filing(step.filed(), FilingType.ESTABLISHMENT_CHANGE),
                replaced(step.filed())));
    }

    private static Told lost(Filed filed, LocalDate lostOn, Cause cause) {
        return new Told(new EligibilityLost(
                MEMBER.toString(), "1000001", lostOn, cause(cause), filing(filed, FilingType.LOSS), replaced(filed)));
    }

    /** A loss of before the age limit takes the place of the one that came by itself. */
    private Told lost(Filed filed, Lose step) {
        if (!endedByAge) {
            return lost(filed, step.lostOn(), step.cause());
        }
        endedByAge = false;
        Filed replacing = new Filed(filed.id(), filed.receivedOn(), filed.day(), lossesAtTheAgeLimit);
        return lost(replacing, step.lostOn(), step.cause());
    }

    private static LossCause cause(Cause cause) {
        return switch (cause) {
            case RETIREMENT -> LossCause.RETIREMENT;
            case DEATH -> LossCause.DEATH;
            case AGE_65 -> LossCause.AGE_65;
            case CERTAIN_RE_ENROLMENT -> LossCause.REENROLMENT;
            case MERGER -> LossCause.MERGER;
            case VOLUNTARY_WITHDRAWAL -> LossCause.VOLUNTARY_WITHDRAWAL;
            case OTHER -> LossCause.OTHER;
        };
    }

    private static Told transferred(Filed filed, Transfer transfer) {
        return new Told(new TransferredIn(
                MEMBER.toString(),
                asset(transfer),
                transfer.amount(),
                filing(filed, FilingType.TRANSFER_IN),
                replaced(filed)));
    }

    private static TransferredAsset asset(Transfer transfer) {
        return new TransferredAsset(
                transfer.subAccount(), plan(transfer.plan()), transfer.receivedOn(), SOURCE, transfer.creditedMonths());
    }

    /** A payment of all plans of the life that is going on. */
    private Payment paid(Filed filed, LocalDate paidOn) {
        int life = ledger.states().keySet().stream()
                .mapToInt(AccountId::life)
                .max()
                .orElse(0);
        Set<jp.nenkin.events.Plan> plans = ledger.states().keySet().stream()
                .filter(account -> account.life() == life)
                .map(AccountId::plan)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Payment(id(filed.id()), paidOn, life, plans);
    }

    private static List<PlanBaseSalary> bases(Map<Plan, Long> bases) {
        return new TreeMap<>(bases)
                .entrySet().stream()
                        .map(each -> new PlanBaseSalary(plan(each.getKey()), each.getValue()))
                        .toList();
    }

    private static jp.nenkin.events.Filing filing(Filed filed, FilingType type) {
        return new jp.nenkin.events.Filing(id(filed.id()), type, FilingChannel.DATA, filed.receivedOn());
    }

    private static @Nullable UUID replaced(Filed filed) {
        return filed.replaces() == null ? null : id(filed.replaces());
    }

    private static UUID id(@Nullable Integer filing) {
        return UUID.nameUUIDFromBytes(("filing " + filing).getBytes(UTF_8));
    }
}
