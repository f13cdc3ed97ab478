package jp.nenkin.ledger;

import java.util.stream.Stream;
import jp.nenkin.kit.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The ledger's packages point one way: from the account's money to what is published. */
class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> the_ledger_has_its_shape() {
        return ArchitectureRules.of(
                "jp.nenkin.ledger",
                "problem",
                "money",
                "journal",
                "interest",
                "contribution",
                "account",
                "rate",
                "membership",
                "statement",
                "run",
                "seal",
                "benefit",
                "intake",
                "takeover",
                "bill",
                "closing",
                "explain",
                "publish");
    }
}
