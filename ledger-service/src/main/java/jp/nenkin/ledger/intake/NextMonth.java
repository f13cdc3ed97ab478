package jp.nenkin.ledger.intake;

import java.time.Clock;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import jp.nenkin.events.ContributionPosted;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.account.AccountCommand.PostContribution;
import jp.nenkin.ledger.account.AccountDecider;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.Decision;
import jp.nenkin.ledger.membership.MemberAccounts;

/** The month whose contributions are run next, and what it would bring by the rule that the run follows. */
record NextMonth(YearMonth month, Books books) {

    /** The first month whose contributions have not been run; before the first run the present one. */
    static NextMonth of(Books books, Clock clock) {
        YearMonth last = books.contributionsThrough();
        return new NextMonth(last == null ? YearMonth.now(clock) : last.plusMonths(1), books);
    }

    /**
     * What the month would bring to accounts, in yen by plan.
     *
     * @param seen the establishments whose contributions count
     */
    Map<Plan, Long> regular(MemberAccounts accounts, Predicate<String> seen) {
        Map<Plan, Long> amounts = new EnumMap<>(Plan.class);
        for (AccountState state : accounts.ofLife(accounts.life())) {
            if (AccountDecider.decide(state, new PostContribution(month), books)
                    instanceof Decision.Accepted accepted) {
                accepted.events().stream()
                        .map(AccountEventCodec::published)
                        .filter(ContributionPosted.class::isInstance)
                        .map(ContributionPosted.class::cast)
                        .filter(posted -> posted.month().equals(month) && seen.test(posted.establishmentNumber()))
                        .forEach(posted -> amounts.merge(posted.plan(), posted.amount(), Math::addExact));
            }
        }
        return amounts;
    }
}
