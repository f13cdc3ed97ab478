package jp.nenkin.ledger.benefit;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.nenkin.events.BenefitQuoted;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.QuoteBasis;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.benefit.Entitlement.AsBefore;
import jp.nenkin.ledger.benefit.Entitlement.Due;
import jp.nenkin.ledger.benefit.Entitlement.Nothing;
import jp.nenkin.ledger.journal.Append;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.membership.MemberAccounts;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** The binding quotes: made with the loss, and anew whenever another figure is due; the newest is what holds. */
@ApplicationScoped
class Quotes {
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Journal journal;
    private final PaymentTable payments;
    private final PlanData plan;
    private final Clock clock;

    Quotes(Journal journal, PaymentTable payments, PlanData plan, Clock clock) {
        this.journal = journal;
        this.payments = payments;
        this.plan = plan;
        this.clock = clock;
    }

    /** Stores a quote where the accounts give a right to something else than the newest quote says. */
    void follow(MemberAccounts accounts, Append append) {
        MemberNumber member = accounts.member();
        BenefitQuoted newest =
                append.newest(StreamId.quotes(member)).map(Quotes::read).orElse(null);
        next(accounts, newest).ifPresent(quote -> append.add(List.of(row(member, quote))));
    }

    /** What the accounts give a right to, with the figures of the journal. */
    Entitlement entitlement(MemberAccounts accounts) {
        return Entitlement.of(accounts, plan.terms(), this::events);
    }

    private List<AccountEvent> events(AccountId account, LocalDate first) {
        return journal.history(StreamId.of(account), first, LAST_DAY).stream()
                .map(row -> AccountEventCodec.read(row.type(), row.payload()))
                .toList();
    }

    private Optional<BenefitQuoted> next(MemberAccounts accounts, @Nullable BenefitQuoted newest) {
        return switch (entitlement(accounts)) {
            case Due due ->
                newest != null && isOf(newest, due) && !isPaid(newest)
                        ? Optional.empty()
                        : Optional.of(QuoteForm.of(accounts.member(), newest, due, today()));
            case Nothing nothing ->
                newest == null || newest.basis() == QuoteBasis.NOTHING_DUE || newest.life() < accounts.life()
                        ? Optional.empty()
                        : Optional.of(QuoteForm.takenBack(newest, today()));
            case AsBefore asBefore -> Optional.empty();
        };
    }

    private boolean isPaid(BenefitQuoted quote) {
        return payments.standing(MemberNumber.parse(quote.memberNumber()), quote.number())
                .filter(PaymentProposal::isApproved)
                .isPresent();
    }

    /** Whether a quote says what is due. */
    static boolean isOf(BenefitQuoted quote, Due due) {
        return quote.basis() == due.basis()
                && quote.life() == due.life()
                && due.asOf().equals(quote.asOf())
                && due.lostOn().equals(quote.lostOn())
                && quote.months() == due.months()
                && quote.creditedMonths() == due.creditedMonths()
                && quote.plans().equals(due.plans());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** Whether the ledger has heard of a member. */
    boolean isKnown(MemberNumber member) {
        return !journal.streamsOf(member).isEmpty();
    }

    /** All quotes of a member, oldest first. */
    List<BenefitQuoted> of(MemberNumber member) {
        return journal.history(StreamId.quotes(member)).stream()
                .map(row -> read(row.payload()))
                .toList();
    }

    /** The quote that holds; empty for somebody who never left with a right. */
    Optional<BenefitQuoted> newest(MemberNumber member) {
        return journal.newest(StreamId.quotes(member)).map(Quotes::read);
    }

    /** The quote lies in the row's state too, where the next decision finds it. */
    private static NewRow row(MemberNumber member, BenefitQuoted quote) {
        byte[] bytes = bytes(quote);
        return new NewRow(
                StreamId.quotes(member),
                quote.number(),
                EventType.BENEFIT_QUOTED.writtenName(),
                quote.asOf() == null ? quote.quotedOn() : quote.asOf(),
                Yen.ZERO,
                Yen.ZERO,
                bytes,
                bytes,
                quote.number() == 1 ? Standing.OPENS_AND_CLOSES : Standing.CLOSES);
    }

    private static byte[] bytes(BenefitQuoted quote) {
        try {
            return EventJson.mapper().writeValueAsBytes(quote);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a quote cannot be written", e);
        }
    }

    private static BenefitQuoted read(NewestRow row) {
        return read(row.state());
    }

    private static BenefitQuoted read(byte[] stored) {
        try {
            return EventJson.mapper().readValue(stored, BenefitQuoted.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored quote cannot be read", e);
        }
    }
}
