package jp.nenkin.ledger.account;

import static jp.nenkin.ledger.account.AsciiJson.text;

import java.util.Optional;
import jp.nenkin.events.EventType;
import jp.nenkin.events.Filing;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountEventCodec.Stored;
import jp.nenkin.ledger.money.AccountId;

/** The two events that runs make, written without a detour: the very bytes that the general way gives. */
final class RunEventJson {
    private static final byte[] MEMBER = text("{\"memberNumber\":\"");
    private static final byte[] PLAN = text("\",\"plan\":\"");
    private static final byte[] ORDINAL = text("\",\"ordinal\":");
    private static final byte[] VALUE_DATE = text(",\"valueDate\":\"");
    private static final byte[] BALANCE = text("\",\"balance\":");
    private static final byte[] MONTH = text(",\"month\":\"");
    private static final byte[] ESTABLISHMENT = text("\",\"establishmentNumber\":\"");
    private static final byte[] BASE_SALARY = text("\",\"baseSalary\":");
    private static final byte[] AMOUNT = text(",\"amount\":");
    private static final byte[] FILING = text(",\"filing\":{\"id\":\"");
    private static final byte[] FILING_TYPE = text("\",\"type\":\"");
    private static final byte[] CHANNEL = text("\",\"channel\":\"");
    private static final byte[] RECEIVED_ON = text("\",\"receivedOn\":\"");
    private static final byte[] END_WITH_FILING = text("\"}}");
    private static final byte[] FISCAL_YEAR = text(",\"fiscalYear\":");
    private static final byte[] RATE = text(",\"rate\":\"");
    private static final byte[] OPENING = text("\",\"opening\":");
    private static final byte[] OPENING_MONTHS = text(",\"openingMonths\":");
    private static final byte[] YEN_MONTHS = text(",\"yenMonths\":");
    private static final byte[] CLOSING = text(",\"closing\":");
    private static final byte[] CREDITED_ON = text(",\"creditedOn\":\"");
    private static final byte[] END = text("\"}");
    private static final int MEMBER_DIGITS = 10;
    private static final int ESTABLISHMENT_DIGITS = 7;

    private RunEventJson() {}

    /** What an event is stored as, where it is one of the two and of the common kind. */
    static Optional<Stored> of(AccountEvent event) {
        return switch (event) {
            case ContributionPosted posted -> Optional.of(new Stored(EventType.CONTRIBUTION_POSTED, posted(posted)));
            case InterestCredited credited
            when isCommon(credited) -> Optional.of(new Stored(EventType.INTEREST_CREDITED, credited(credited)));
            case AccountEvent other -> Optional.empty();
        };
    }

    private static boolean isCommon(InterestCredited event) {
        return event.capped() == null && PublishedForm.nextMonth(event) == null;
    }

    private static byte[] posted(ContributionPosted event) {
        Filing filing = event.filing();
        return begin(event)
                .put(MONTH)
                .month(event.month())
                .put(ESTABLISHMENT)
                .digits(event.establishment().value(), ESTABLISHMENT_DIGITS)
                .put(BASE_SALARY)
                .number(event.baseSalary().amount())
                .put(AMOUNT)
                .number(event.amount().amount())
                .put(FILING)
                .put(text(filing.id().toString()))
                .put(FILING_TYPE)
                .put(text(filing.type().name()))
                .put(CHANNEL)
                .put(text(filing.channel().name()))
                .put(RECEIVED_ON)
                .date(filing.receivedOn())
                .put(END_WITH_FILING)
                .end();
    }

    private static byte[] credited(InterestCredited event) {
        return begin(event)
                .put(FISCAL_YEAR)
                .number(event.fiscalYear().year())
                .put(RATE)
                .put(text(event.rate().toString()))
                .put(OPENING)
                .number(event.opening().amount())
                .put(OPENING_MONTHS)
                .number(event.declared().openingMonths())
                .put(YEN_MONTHS)
                .number(event.declared().yenMonths())
                .put(AMOUNT)
                .number(event.amount().amount())
                .put(CLOSING)
                .number(event.closing().amount())
                .put(CREDITED_ON)
                .date(event.creditedOn())
                .put(END)
                .end();
    }

    private static AsciiJson begin(AccountEvent event) {
        AccountId account = event.account();
        return new AsciiJson()
                .put(MEMBER)
                .digits(account.member().value(), MEMBER_DIGITS)
                .put(PLAN)
                .put(text(account.plan().name()))
                .put(ORDINAL)
                .number(account.ordinal())
                .put(VALUE_DATE)
                .date(event.valueDate())
                .put(BALANCE)
                .number(event.balance().amount());
    }
}
