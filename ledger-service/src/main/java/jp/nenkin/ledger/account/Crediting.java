package jp.nenkin.ledger.account;

import java.time.LocalDate;
import jp.nenkin.ledger.account.AccountEvent.Capped;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.EarnedMonths;
import jp.nenkin.ledger.interest.Interest;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;

/**
 * Interest of an account on a crediting date.
 *
 * <p>Source: domain rules, section 3: the rate of the fiscal year for every month, but capped in months outside
 * membership for whoever joined on or after a day; the exact sum is rounded once.
 */
final class Crediting {
    private Crediting() {}

    static InterestCredited of(Opened account, LocalDate date, CreditingRate rate, PlanRules rules) {
        Accrual accrual = account.accrual().reaching(FiscalYear.of(date));
        Accrual.Earned earned = accrual.earned(date);
        Yen opening = accrual.opening();
        CreditingRate outsideRate =
                rules.caps(account.membership().joinedOn()) ? rate.cappedAt(rules.waitingCap()) : rate;
        boolean capped = !outsideRate.equals(rate) && !earned.outside().isNone();
        EarnedMonths declared = capped ? earned.member() : earned.member().plus(earned.outside());
        long exact = Interest.exact(declared.with(opening.amount()), rate);
        if (capped) {
            exact = Math.addExact(exact, Interest.exact(earned.outside().with(opening.amount()), outsideRate));
        }
        Yen interest = Interest.on(exact, rules.rounding());
        return new InterestCredited(
                account.account(),
                date,
                rate,
                opening,
                declared,
                capped ? new Capped(outsideRate, earned.outside()) : null,
                rules.monthCount().firstAfter(date),
                interest,
                accrual.closing(interest),
                accrual.balance().plus(interest));
    }
}
