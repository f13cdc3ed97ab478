package jp.nenkin.ledger.benefit;

import java.time.LocalDate;
import java.util.List;
import jp.nenkin.events.BenefitQuoted;
import jp.nenkin.events.QuoteBasis;
import jp.nenkin.ledger.benefit.Entitlement.Due;
import jp.nenkin.ledger.money.MemberNumber;
import org.jspecify.annotations.Nullable;

/** Quotes as they are published, numbered behind the one before. */
final class QuoteForm {
    private QuoteForm() {}

    static BenefitQuoted of(MemberNumber member, @Nullable BenefitQuoted before, Due due, LocalDate today) {
        return new BenefitQuoted(
                member.toString(),
                before == null ? 1 : before.number() + 1,
                before != null && isReplaced(before, due) ? before.number() : null,
                due.basis(),
                due.life(),
                due.lostOn(),
                due.asOf(),
                due.months(),
                due.creditedMonths(),
                due.plans(),
                due.total(),
                today);
    }

    /** What was paid is not replaced: a shortfall is owed besides. */
    private static boolean isReplaced(BenefitQuoted before, Due due) {
        return before.basis() != QuoteBasis.NOTHING_DUE
                && before.life() == due.life()
                && (due.basis() != QuoteBasis.SHORTFALL || before.basis() == QuoteBasis.SHORTFALL);
    }

    static BenefitQuoted takenBack(BenefitQuoted before, LocalDate today) {
        return new BenefitQuoted(
                before.memberNumber(),
                before.number() + 1,
                before.number(),
                QuoteBasis.NOTHING_DUE,
                before.life(),
                null,
                null,
                0,
                0,
                List.of(),
                0,
                today);
    }
}
