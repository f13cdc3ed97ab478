package jp.nenkin.member;

import java.util.stream.Stream;
import jp.nenkin.kit.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> the_service_has_the_shape_of_the_house() {
        return ArchitectureRules.of(
                "jp.nenkin.member",
                "plan",
                "calendar",
                "eligibility",
                "name",
                "csv",
                "establishment",
                "filer",
                "member",
                "file",
                "listing",
                "proposal",
                "filing",
                "application",
                "history",
                "partner",
                "reminder",
                "upload",
                "derivation",
                "outcome",
                "month",
                "takeover");
    }
}
