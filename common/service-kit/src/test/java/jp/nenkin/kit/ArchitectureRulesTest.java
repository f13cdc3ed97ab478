package jp.nenkin.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each rule is seen to fail on a planted violation; the planted classes are compiled here and now, so that no scan of
 * the test classes ever finds them.
 */
class ArchitectureRulesTest {
    private static final Pattern DECLARATION =
            Pattern.compile("package planted\\.(\\w+);.*?(?:class|record|enum|interface) (\\w+)", Pattern.DOTALL);

    // Kept from one test to the next: it has read the class path by then.
    private static StandardJavaFileManager manager;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        manager = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    }

    @AfterAll
    static void close() throws IOException {
        manager.close();
    }

    @Test
    void a_pure_class_that_knows_a_framework_is_found() {
        assertFails(ArchitectureRules.everyClassIsABeanARowOrPure(), "planted.a.Money", """
                package planted.a;
                class Money {
                    String of(java.sql.Connection connection) throws java.sql.SQLException {
                        return connection.getSchema();
                    }
                }
                """);
    }

    @Test
    void a_framework_in_a_lambda_or_nested_class_of_a_pure_class_is_found() {
        assertFails(ArchitectureRules.everyClassIsABeanARowOrPure(), "planted.a.Supplied", """
                package planted.a;
                class Supplied {
                    java.util.function.Supplier<String> name() {
                        return () -> java.sql.DriverManager.drivers().toString();
                    }
                }
                """);
        assertFails(ArchitectureRules.everyClassIsABeanARowOrPure(), "planted.a.Outer$Inner", """
                package planted.a;
                class Outer {
                    record Inner(java.sql.Date day) {}
                }
                """);
    }

    @Test
    void whatever_is_nested_in_a_bean_may_know_the_framework() {
        assertHolds(ArchitectureRules.everyClassIsABeanARowOrPure(), """
                package planted.a;
                @jakarta.ws.rs.Path("/accounts")
                public class AccountsResource {
                    record Body(@jakarta.validation.constraints.NotNull String number) {
                        enum Kind {
                            @com.fasterxml.jackson.annotation.JsonProperty ONE;
                            java.sql.Date day;
                        }
                    }
                    java.util.function.Supplier<java.sql.Date> lambda() {
                        return () -> new java.sql.Date(0);
                    }
                    Runnable anonymous() {
                        return new Runnable() {
                            @Override
                            public void run() {
                                class Local {
                                    java.sql.Date day = new java.sql.Date(1);
                                }
                                Runnable inner = () -> System.out.println(new Local().day);
                                inner.run();
                            }
                        };
                    }
                    static int number(java.sql.ClientInfoStatus status) {
                        return switch (status) {
                            case REASON_UNKNOWN -> 1;
                            default -> 2;
                        };
                    }
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@jakarta.persistence.Entity public class MemberRow {}",
                "@jakarta.persistence.Entity class Member {}",
                "@io.smallrye.config.ConfigMapping(prefix = \"a\") interface Settings {}",
                "@jakarta.inject.Singleton class Bean { @jakarta.persistence.Entity public static class OneRow {} }",
            })
    void a_row_seen_outside_or_named_otherwise_is_found(String declaration) {
        assertFails(ArchitectureRules.rowsStayInTheirFeature(), "planted.a", "package planted.a;\n" + declaration);
    }

    @Test
    void a_row_in_its_place_is_left_alone() {
        String row = """
                package planted.a;
                @jakarta.persistence.Entity
                class MemberRow {
                    @jakarta.persistence.Id
                    String number;
                    enum State { HERE, GONE }
                }
                """;
        assertHolds(ArchitectureRules.rowsStayInTheirFeature(), row);
        assertHolds(ArchitectureRules.everyClassIsABeanARowOrPure(), row);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.time.LocalDate.now()",
                "java.time.Instant.now()",
                "java.time.ZonedDateTime.now(java.time.ZoneId.of(\"Asia/Tokyo\"))",
                "java.time.Clock.systemUTC()",
                "System.currentTimeMillis()",
                "java.util.UUID.randomUUID()",
                "Math.random()",
                "new java.util.Random()",
                "new Object() { Object id = java.util.UUID.randomUUID(); }",
                "(java.util.function.Supplier<Object>) java.util.UUID::randomUUID",
                "(java.util.function.Supplier<Object>) () -> java.time.Year.now()",
            })
    void time_or_chance_taken_by_a_class_itself_is_found(String expression) {
        assertFails(
                ArchitectureRules.timeAndIdsComeIn(),
                "planted.a.Taker",
                "package planted.a;\nclass Taker { Object taken = %s; }".formatted(expression));
    }

    @Test
    void time_from_a_clock_that_came_in_is_left_alone() {
        assertHolds(ArchitectureRules.timeAndIdsComeIn(), """
                package planted.a;
                record Today(java.time.Clock clock) {
                    java.time.LocalDate day() {
                        return java.time.LocalDate.now(clock);
                    }
                }
                """);
    }

    @Test
    void a_package_that_uses_one_after_it_is_found() {
        String money = "package planted.a;\npublic class Money {}";
        String account = "package planted.b;\npublic class Account { planted.a.Money money; }";
        ArchRule inOrder = ArchitectureRules.packagesUseThoseBeforeThem("planted", List.of("a", "b"));
        assertHolds(inOrder, money, account);
        ArchRule reversed = ArchitectureRules.packagesUseThoseBeforeThem("planted", List.of("b", "a"));
        assertFails(reversed, "planted.b.Account.money", money, account);
    }

    @Test
    void a_package_without_a_place_in_the_order_is_found() {
        ArchRule rule = ArchitectureRules.packagesUseThoseBeforeThem("planted", List.of("a"));
        assertFails(rule, "planted.b.Account is in a package without a place", "package planted.b;\nclass Account {}");
    }

    @Test
    void a_package_name_without_classes_is_refused() {
        assertThatThrownBy(() -> ArchitectureRules.of("planted.nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("planted.nowhere");
        assertThat(ArchitectureRules.of("jp.nenkin.kit")).hasSize(4);
    }

    private void assertFails(ArchRule rule, String named, String... sources) {
        JavaClasses types = compiled(sources);
        assertThatThrownBy(() -> rule.check(types))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(named);
    }

    private void assertHolds(ArchRule rule, String... sources) {
        rule.check(compiled(sources));
    }

    private JavaClasses compiled(String... sources) {
        List<String> files = Stream.of(sources).map(this::written).toList();
        StringWriter said = new StringWriter();
        List<String> options = List.of("-proc:none", "-d", folder.toString());
        boolean done = ToolProvider.getSystemJavaCompiler()
                .getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromStrings(files))
                .call();
        assertThat(done).as(said.toString()).isTrue();
        return new ClassFileImporter().importPath(folder);
    }

    private String written(String source) {
        Matcher declaration = DECLARATION.matcher(source);
        assertThat(declaration.find()).as(source).isTrue();
        try {
            Path file = folder.resolve("planted").resolve(declaration.group(1)).resolve(declaration.group(2) + ".java");
            Files.createDirectories(file.getParent());
            return Files.writeString(file, source).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
