package jp.nenkin.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The plan data that stands beside the code. */
class PlanDataTest {

    @Test
    void the_service_was_built_with_the_terms_that_the_rules_are_tested_with() {
        assertThat(PlanData.read()).isEqualTo(Given.TERMS);
        assertThat(new PlanData().terms()).isEqualTo(Given.TERMS);
    }
}
