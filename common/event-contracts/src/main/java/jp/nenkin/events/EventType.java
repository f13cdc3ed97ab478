package jp.nenkin.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every published event: its written name with its version, the topic it travels on and the record it is read into. */
public enum EventType {
    MEMBER_ENROLLED("jp.nenkin.member.MemberEnrolled.v1", Topics.MEMBER_EVENTS, MemberEnrolled.class),
    BASE_SALARY_CHANGED("jp.nenkin.member.BaseSalaryChanged.v1", Topics.MEMBER_EVENTS, BaseSalaryChanged.class),
    ELIGIBILITY_LOST("jp.nenkin.member.EligibilityLost.v1", Topics.MEMBER_EVENTS, EligibilityLost.class),
    MEMBER_TAKEN_OVER("jp.nenkin.member.MemberTakenOver.v1", Topics.MEMBER_EVENTS, MemberTakenOver.class),
    ESTABLISHMENT_CHANGED("jp.nenkin.member.EstablishmentChanged.v1", Topics.MEMBER_EVENTS, EstablishmentChanged.class),
    TRANSFERRED_IN("jp.nenkin.member.TransferredIn.v1", Topics.MEMBER_EVENTS, TransferredIn.class),
    FILING_CANCELLED("jp.nenkin.member.FilingCancelled.v1", Topics.MEMBER_EVENTS, FilingCancelled.class),
    FILING_PROCESSED("jp.nenkin.member.FilingProcessed.v1", Topics.MEMBER_EVENTS, FilingProcessed.class),
    FILING_RETURNED("jp.nenkin.member.FilingReturned.v1", Topics.MEMBER_EVENTS, FilingReturned.class),
    MONTH_CLOSED("jp.nenkin.member.MonthClosed.v1", Topics.MEMBER_EVENTS, MonthClosed.class),
    MEMBER_PROFILE("jp.nenkin.member.MemberProfile.v1", Topics.MEMBER_PROFILE, MemberProfile.class),
    ACCOUNT_OPENED("jp.nenkin.ledger.AccountOpened.v1", Topics.LEDGER_EVENTS, AccountOpened.class),
    BALANCE_TAKEN_OVER("jp.nenkin.ledger.BalanceTakenOver.v1", Topics.LEDGER_EVENTS, BalanceTakenOver.class),
    BASE_SALARY_RECORDED("jp.nenkin.ledger.BaseSalaryRecorded.v1", Topics.LEDGER_EVENTS, BaseSalaryRecorded.class),
    CONTRIBUTION_POSTED("jp.nenkin.ledger.ContributionPosted.v1", Topics.LEDGER_EVENTS, ContributionPosted.class),
    CONTRIBUTION_ADJUSTED("jp.nenkin.ledger.ContributionAdjusted.v1", Topics.LEDGER_EVENTS, ContributionAdjusted.class),
    INTEREST_CREDITED("jp.nenkin.ledger.InterestCredited.v1", Topics.LEDGER_EVENTS, InterestCredited.class),
    MEMBERSHIP_ENDED("jp.nenkin.ledger.MembershipEnded.v1", Topics.LEDGER_EVENTS, MembershipEnded.class),
    MEMBERSHIP_RESUMED("jp.nenkin.ledger.MembershipResumed.v1", Topics.LEDGER_EVENTS, MembershipResumed.class),
    TRANSFER_CREDITED("jp.nenkin.ledger.TransferCredited.v1", Topics.LEDGER_EVENTS, TransferCredited.class),
    TRANSFER_ADJUSTED("jp.nenkin.ledger.TransferAdjusted.v1", Topics.LEDGER_EVENTS, TransferAdjusted.class),
    INTEREST_ADJUSTED("jp.nenkin.ledger.InterestAdjusted.v1", Topics.LEDGER_EVENTS, InterestAdjusted.class),
    ESTABLISHMENT_MOVED("jp.nenkin.ledger.EstablishmentMoved.v1", Topics.LEDGER_EVENTS, EstablishmentMoved.class),
    RATE_AWAITED("jp.nenkin.ledger.RateAwaited.v1", Topics.LEDGER_EVENTS, RateAwaited.class),
    DEFERRAL_BEGUN("jp.nenkin.ledger.DeferralBegun.v1", Topics.LEDGER_EVENTS, DeferralBegun.class),
    INTEREST_ENDED("jp.nenkin.ledger.InterestEnded.v1", Topics.LEDGER_EVENTS, InterestEnded.class),
    LUMP_SUM_PAID("jp.nenkin.ledger.LumpSumPaid.v1", Topics.LEDGER_EVENTS, LumpSumPaid.class),
    EXCESS_RECORDED("jp.nenkin.ledger.ExcessRecorded.v1", Topics.LEDGER_EVENTS, ExcessRecorded.class),
    EXCESS_RECOVERED("jp.nenkin.ledger.ExcessRecovered.v1", Topics.LEDGER_EVENTS, ExcessRecovered.class),
    ACCOUNT_RESTATED("jp.nenkin.ledger.AccountRestated.v1", Topics.LEDGER_EVENTS, AccountRestated.class),
    RATE_APPROVED("jp.nenkin.ledger.RateApproved.v1", Topics.LEDGER_EVENTS, RateApproved.class),
    RUN_COMPLETED("jp.nenkin.ledger.RunCompleted.v1", Topics.LEDGER_EVENTS, RunCompleted.class),
    BILL_PREPARED("jp.nenkin.ledger.BillPrepared.v1", Topics.LEDGER_EVENTS, BillPrepared.class),
    BENEFIT_QUOTED("jp.nenkin.ledger.BenefitQuoted.v1", Topics.LEDGER_EVENTS, BenefitQuoted.class),
    STATEMENT_PREPARED("jp.nenkin.ledger.StatementPrepared.v1", Topics.LEDGER_EVENTS, StatementPrepared.class),
    LEDGER_SEALED("jp.nenkin.ledger.LedgerSealed.v1", Topics.LEDGER_EVENTS, LedgerSealed.class),
    YEAR_CLOSED("jp.nenkin.ledger.YearClosed.v1", Topics.LEDGER_EVENTS, YearClosed.class),
    MESSAGE_DELIVERED("jp.nenkin.notice.MessageDelivered.v1", Topics.NOTICE_EVENTS, MessageDelivered.class),
    MESSAGE_READ("jp.nenkin.notice.MessageRead.v1", Topics.NOTICE_EVENTS, MessageRead.class),
    LOGIN_ID_REGISTERED("jp.nenkin.auth.LoginIdRegistered.v1", Topics.AUTH_EVENTS, LoginIdRegistered.class),
    LOGIN_ID_REPLACED("jp.nenkin.auth.LoginIdReplaced.v1", Topics.AUTH_EVENTS, LoginIdReplaced.class),
    EMAIL_VERIFIED("jp.nenkin.auth.EmailVerified.v1", Topics.AUTH_EVENTS, EmailVerified.class),
    BIRTH_DATE_CORRECTION_PROPOSED(
            "jp.nenkin.auth.BirthDateCorrectionProposed.v1", Topics.AUTH_EVENTS, BirthDateCorrectionProposed.class),
    MEMBER_CONTACT("jp.nenkin.auth.MemberContact.v1", Topics.AUTH_CONTACT, MemberContact.class);

    private static final Map<String, EventType> BY_WRITTEN_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::writtenName, Function.identity()));
    private static final Map<Class<? extends Event>, EventType> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

    private final String writtenName;
    private final String topic;
    private final Class<? extends Event> record;

    EventType(String writtenName, String topic, Class<? extends Event> record) {
        this.writtenName = writtenName;
        this.topic = topic;
        this.record = record;
    }

    /** The type with this ce_type, or empty for one that this version does not know. */
    public static Optional<EventType> named(String writtenName) {
        return Optional.ofNullable(BY_WRITTEN_NAME.get(writtenName));
    }

    /** The type of an event that is about to be published. */
    public static EventType of(Event event) {
        EventType type = BY_RECORD.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException("No published type for " + event.getClass());
        }
        return type;
    }

    /** What stands in ce_type; never changed, never used again for another form. */
    public String writtenName() {
        return writtenName;
    }

    /** The name of the topic. */
    public String topic() {
        return topic;
    }

    public Class<? extends Event> record() {
        return record;
    }
}
