package jp.nenkin.ledger.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.account.AccountEvent.ExcessRecorded;
import jp.nenkin.ledger.account.AccountEvent.ExcessRecovered;
import jp.nenkin.ledger.account.AccountEvent.LumpSumPaid;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.PlanRules;
import jp.nenkin.ledger.account.PlanTerms;
import jp.nenkin.ledger.explain.Figures.LumpSumFigures;
import jp.nenkin.ledger.explain.Figures.LumpSumPart;
import jp.nenkin.ledger.explain.PostedAccount.Posted;
import jp.nenkin.ledger.money.Yen;

/**
 * What was paid for the plan that an account belongs to, or is to be paid.
 *
 * <p>Source: domain rules, sections 4 (the balances of the account and its sub-accounts, rounded up per
 * plan) and 6 (a shortfall is a second payment: all payments together are rounded up once;
 * what came back was not paid).
 */
final class LumpSums {
    private LumpSums() {}

    /** Up to a day; none while the account is not payable. */
    static List<LumpSumFigures> of(MemberView view, PostedAccount posted, LocalDate day, PlanTerms terms) {
        List<PostedAccount> together = view.likeWith(posted.account());
        List<LumpSumFigures> paid = posted.events().stream()
                .flatMap(each -> each.event() instanceof LumpSumPaid payment
                                && !payment.paidOn().isAfter(day)
                        ? Stream.of(payment)
                        : Stream.<LumpSumPaid>empty())
                .map(payment -> paid(payment, together, rules(posted, terms)))
                .toList();
        if (paid.isEmpty()
                && posted.state() instanceof Payable payable
                && !payable.lostOn().isAfter(day)) {
            return List.of(due(together, day, terms.on(payable.lostOn())));
        }
        return paid;
    }

    private static LumpSumFigures paid(LumpSumPaid payment, List<PostedAccount> together, PlanRules rules) {
        List<LumpSumPart> parts = new ArrayList<>();
        Yen covered = Yen.ZERO;
        for (PostedAccount account : together) {
            Yen excess = Yen.ZERO;
            for (Posted each : account.events()) {
                if (each.event() instanceof ExcessRecorded recorded) {
                    excess = recorded.excess();
                } else if (each.event() instanceof ExcessRecovered recovered) {
                    excess = recovered.excess();
                } else if (each.event() instanceof LumpSumPaid part
                        && part.paymentId().equals(payment.paymentId())) {
                    parts.add(new LumpSumPart(
                            account.account().ordinal(), part.amount().negated().amount(), each.id()));
                    covered = covered.plus(excess);
                }
            }
        }
        covered = covered.plus(roundedBefore(payment, together));
        LumpSumFigures figures =
                figures(payment.account().plan(), parts, covered, rules).paid(payment.paymentId(), payment.paidOn());
        boolean asPaid = figures.planBalance() == payment.planBalance().amount()
                && figures.lumpSum()
                        == payment.planBalance().plus(payment.rounding()).amount();
        if (!asPaid) {
            throw new DoesNotAddUp(
                    payment.account(), "payment " + payment.paymentId() + " is not what its accounts come to");
        }
        return figures;
    }

    /** What the payments before have rounded up and did not come back; each is on record with every account. */
    private static Yen roundedBefore(LumpSumPaid payment, List<PostedAccount> together) {
        Map<UUID, Yen> before = new LinkedHashMap<>();
        for (PostedAccount account : together) {
            for (Posted each : account.events()) {
                if (each.event() instanceof LumpSumPaid earlier) {
                    if (earlier.paymentId().equals(payment.paymentId())) {
                        break;
                    }
                    before.put(earlier.paymentId(), earlier.rounding());
                } else if (each.event() instanceof ExcessRecovered recovered) {
                    before.put(recovered.decisionId(), recovered.rounding().negated());
                }
            }
        }
        return before.values().stream().reduce(Yen.ZERO, Yen::plus);
    }

    private static LumpSumFigures due(List<PostedAccount> together, LocalDate day, PlanRules rules) {
        List<LumpSumPart> parts = together.stream()
                .map(each -> new LumpSumPart(
                        each.account().ordinal(),
                        each.balance(day).amount(),
                        each.events().getLast().id()))
                .toList();
        return figures(together.getFirst().account().plan(), parts, Yen.ZERO, rules);
    }

    private static LumpSumFigures figures(Plan plan, List<LumpSumPart> parts, Yen covered, PlanRules rules) {
        Yen balance = new Yen(parts.stream().mapToLong(LumpSumPart::balance).sum());
        return new LumpSumFigures(
                plan,
                parts,
                balance.amount(),
                covered.amount(),
                rules.lumpSumUnit(),
                rules.lumpSum(balance.minus(covered)).amount(),
                null,
                null);
    }

    /** The rules of the day of the loss that the account was paid for. */
    private static PlanRules rules(PostedAccount posted, PlanTerms terms) {
        if (posted.state() instanceof Closed closed) {
            return terms.on(closed.loss().lostOn());
        }
        throw new DoesNotAddUp(posted.account(), "it was paid and is not closed");
    }
}
