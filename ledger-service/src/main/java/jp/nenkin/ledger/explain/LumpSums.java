package jp.nenkin.ledger.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.nenkin.ledger.account.AccountEvent.LumpSumPaid;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.LumpSum;
import jp.nenkin.ledger.explain.Figures.LumpSumFigures;
import jp.nenkin.ledger.explain.Figures.LumpSumPart;
import jp.nenkin.ledger.explain.PostedAccount.Posted;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/**
 * What was paid for the plan that an account belongs to, or is to be paid.
 *
 * <p>Source: domain rules, section 4: the balances of the account and its sub-accounts, rounded up to 100 yen per plan.
 */
final class LumpSums {
    private LumpSums() {}

    /** Up to a day; none while the account is not payable. */
    static List<LumpSumFigures> of(MemberView view, PostedAccount posted, LocalDate day) {
        List<PostedAccount> together = view.likeWith(posted.account());
        List<LumpSumFigures> paid = posted.events().stream()
                .flatMap(each -> each.event() instanceof LumpSumPaid payment
                                && !payment.paidOn().isAfter(day)
                        ? Stream.of(payment)
                        : Stream.<LumpSumPaid>empty())
                .map(payment -> paid(payment, together))
                .toList();
        if (paid.isEmpty()
                && posted.state() instanceof Payable payable
                && !payable.lostOn().isAfter(day)) {
            return List.of(due(posted.account(), together, day));
        }
        return paid;
    }

    private static LumpSumFigures paid(LumpSumPaid payment, List<PostedAccount> together) {
        List<LumpSumPart> parts = new ArrayList<>();
        for (PostedAccount account : together) {
            for (Posted each : account.events()) {
                if (each.event() instanceof LumpSumPaid part && part.paymentId().equals(payment.paymentId())) {
                    parts.add(new LumpSumPart(
                            account.account().ordinal(), part.amount().negated().amount(), each.id()));
                }
            }
        }
        LumpSumFigures figures = figures(payment.account(), parts, payment.paymentId(), payment.paidOn());
        boolean asPaid = figures.planBalance() == payment.planBalance().amount()
                && figures.lumpSum()
                        == payment.planBalance().plus(payment.rounding()).amount();
        if (!asPaid) {
            throw new DoesNotAddUp(
                    payment.account(), "payment " + payment.paymentId() + " is not what its accounts come to");
        }
        return figures;
    }

    private static LumpSumFigures due(AccountId account, List<PostedAccount> together, LocalDate day) {
        return figures(
                account,
                together.stream()
                        .map(each -> new LumpSumPart(
                                each.account().ordinal(),
                                each.balance(day).amount(),
                                each.events().getLast().id()))
                        .toList(),
                null,
                null);
    }

    private static LumpSumFigures figures(
            AccountId account, List<LumpSumPart> parts, @Nullable UUID paymentId, @Nullable LocalDate paidOn) {
        Yen balance = new Yen(parts.stream().mapToLong(LumpSumPart::balance).sum());
        return new LumpSumFigures(
                account.plan(),
                parts,
                balance.amount(),
                LumpSum.UNIT,
                LumpSum.of(balance).amount(),
                paymentId,
                paidOn);
    }
}
