package jp.nenkin.ledger.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.nenkin.events.BenefitQuoted;
import jp.nenkin.events.BenefitQuoted.AccountQuote;
import jp.nenkin.events.BenefitQuoted.PlanQuote;
import jp.nenkin.events.Plan;
import jp.nenkin.events.QuoteBasis;
import jp.nenkin.ledger.benefit.Entitlement.Due;
import jp.nenkin.ledger.money.MemberNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a member's quotes follow each other. */
class QuoteFormTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 2);

    private static Due due(QuoteBasis basis, int life) {
        return new Due(
                basis,
                life,
                LocalDate.of(2024, 10, 16),
                LocalDate.of(2024, 10, 15),
                114,
                12,
                List.of(new PlanQuote(Plan.FIRST, List.of(new AccountQuote(0, 2_434, 122_234)), 122_234, 122_300)));
    }

    private static BenefitQuoted quote(@Nullable BenefitQuoted before, Due due) {
        return QuoteForm.of(new MemberNumber(1234), before, due, TODAY);
    }

    @Test
    void the_first_quote_says_what_is_due_and_replaces_nothing() {
        Due due = due(QuoteBasis.LOSS, 0);

        assertThat(quote(null, due))
                .isEqualTo(new BenefitQuoted(
                        "0000001234",
                        1,
                        null,
                        QuoteBasis.LOSS,
                        0,
                        LocalDate.of(2024, 10, 16),
                        LocalDate.of(2024, 10, 15),
                        114,
                        12,
                        due.plans(),
                        122_300,
                        TODAY));
    }

    @Test
    void what_is_due_now_replaces_what_was_due_before() {
        BenefitQuoted first = quote(null, due(QuoteBasis.LOSS, 0));

        BenefitQuoted second = quote(first, due(QuoteBasis.END, 0));

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.replaces()).isEqualTo(1);
    }

    @Test
    void a_shortfall_is_owed_besides_what_was_paid_and_replaces_only_another_shortfall() {
        BenefitQuoted paid = quote(null, due(QuoteBasis.LOSS, 0));

        BenefitQuoted shortfall = quote(paid, due(QuoteBasis.SHORTFALL, 0));
        BenefitQuoted larger = quote(shortfall, due(QuoteBasis.SHORTFALL, 0));

        assertThat(shortfall.replaces()).isNull();
        assertThat(larger.replaces()).isEqualTo(2);
    }

    @Test
    void the_balances_of_another_life_replace_nothing() {
        BenefitQuoted earlier = quote(null, due(QuoteBasis.LOSS, 0));

        assertThat(quote(earlier, due(QuoteBasis.LOSS, 1)).replaces()).isNull();
    }

    @Test
    void where_nothing_is_due_any_more_a_quote_takes_the_one_before_back() {
        BenefitQuoted first = quote(null, due(QuoteBasis.LOSS, 2));

        BenefitQuoted takenBack = QuoteForm.takenBack(first, TODAY);

        assertThat(takenBack)
                .isEqualTo(new BenefitQuoted(
                        "0000001234", 2, 1, QuoteBasis.NOTHING_DUE, 2, null, null, 0, 0, List.of(), 0, TODAY));
        assertThat(quote(takenBack, due(QuoteBasis.LOSS, 2)).replaces())
                .as("nothing holds that could be replaced")
                .isNull();
    }
}
