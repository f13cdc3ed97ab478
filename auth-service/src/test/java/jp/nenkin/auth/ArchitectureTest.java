package jp.nenkin.auth;

import java.util.stream.Stream;
import jp.nenkin.kit.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> the_service_has_the_shape_of_the_house() {
        return ArchitectureRules.of(
                "jp.nenkin.auth",
                "secret",
                "limit",
                "mail",
                "keycloak",
                "edge",
                "contact",
                "email",
                "people",
                "account",
                "registration",
                "recovery",
                "inquiry",
                "intake",
                "user");
    }
}
