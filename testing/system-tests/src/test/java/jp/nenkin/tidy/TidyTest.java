package jp.nenkin.tidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree keeps the rules, and each rule finds what is planted against it. */
@Execution(ExecutionMode.CONCURRENT)
class TidyTest {
    private static final String JAVA = "member/src/main/java/planted/";

    @TempDir
    private Path root;

    @BeforeEach
    void a_package_in_order() {
        plant(JAVA + "package-info.java", "@NullMarked\npackage planted;\nimport org.jspecify.annotations.NullMarked;");
        plant(
                JAVA + "Yen.java",
                "package planted;\n/** An amount. */\nrecord Yen(long a, long b, long c, long d, long e) {}");
    }

    @Test
    void this_project_is_tidy() {
        SourceTree project = SourceTree.of(Path.of(Objects.requireNonNull(System.getProperty("nenkin.root"))));
        assertThat(project.ending("TidyTest.java", "EventType.java")).hasSize(2);
        assertThat(findings(project)).isEmpty();
    }

    @Test
    void what_keeps_the_rules_is_not_found() {
        plant(JAVA + "Kept.java", """
                package planted;
                /** As long and wide as can be. */
                class Kept implements Wide {
                    record Five(int a, int b, int c, int d, int e) {
                        Five {}
                        Five(int a, int b, int c, int d, int e, int f) { this(a, b, c, d, e + f); }
                    }
                    void four(int a, int b, int c, int d) {}
                    @Override
                    public void five(int a, int b, int c, int d, int e) {}
                    @ParameterizedTest
                    void columns(int a, int b, int c, int d, int e) {}
                    void lines() {%s}
                }
                """.formatted("\n".repeat(39)));
        plant(JAVA + "target/Built.java", "Not Java");
        plant("node_modules/Fetched.java", "Not Java");
        assertThat(planted()).isEmpty();
    }

    @Test
    void a_line_of_more_than_120_columns_is_found() {
        plant(JAVA + "Wide.java", "package planted;\n/** Wide. */\nclass Wide {} //" + "年".repeat(105));
        assertThat(planted()).containsExactly(JAVA + "Wide.java:3: more than 120 columns");
        plant(JAVA + "Wide.java", "package planted;\n/** Wide. */\nclass Wide {} //" + "𠮷".repeat(104));
        assertThat(planted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TO" + "DO", "FIX" + "ME"})
    void a_mark_of_unfinished_work_is_found(String mark) {
        plant(JAVA + "Open.java", "package planted;\n/** Open. */\nclass Open {} // " + mark + " later");
        plant("member/V1__tables.sql", "-- " + mark + "\n");
        assertThat(planted())
                .containsExactlyInAnyOrder(
                        JAVA + "Open.java:3: a mark of unfinished work",
                        "member/V1__tables.sql:1: a mark of unfinished work");
    }

    @Test
    void a_test_may_be_as_long_as_its_scenario() {
        plant("part/src/test/java/planted/TallTest.java", """
                package planted;
                class TallTest {
                    void tall() {%s}
                    void five(int a, int b, int c, int d, int e) {}
                }
                """.formatted("\n".repeat(40)));
        plant(
                "part/src/test/java/planted/package-info.java",
                "@NullMarked\npackage planted;\nimport org.jspecify.annotations.NullMarked;");

        assertThat(planted()).isEmpty();
    }

    @Test
    void a_method_of_more_than_40_lines_is_found() {
        plant(JAVA + "Tall.java", """
                package planted;
                /** Tall. */
                class Tall {
                    void tall() {%s}
                    Tall() {%s}
                }
                """.formatted("\n".repeat(40), "\n".repeat(40)));
        assertThat(planted())
                .containsExactly(
                        JAVA + "Tall.java:4: tall is longer than 40 lines",
                        JAVA + "Tall.java:45: <init> is longer than 40 lines");
    }

    @Test
    void a_method_or_constructor_of_five_parameters_is_found() {
        plant(JAVA + "Many.java", """
                package planted;
                /** Many. */
                class Many {
                    Many(int a, int b, int c, int d, int e) {}
                    static class Nested {
                        void many(int a, int b, int c, int d, int... e) {}
                    }
                }
                """);
        assertThat(planted())
                .containsExactly(
                        JAVA + "Many.java:4: <init> has more than 4 parameters",
                        JAVA + "Many.java:6: many has more than 4 parameters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"class Bare {}", "/* Not Javadoc. */ record Bare() {}", "/** @since 1 */ enum Bare {}"})
    void a_top_level_type_without_a_javadoc_sentence_is_found(String declaration) {
        plant(JAVA + "Bare.java", "package planted;\n" + declaration);
        assertThat(planted()).containsExactly(JAVA + "Bare.java:2: Bare has no Javadoc sentence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccountManager", "DateHelper", "DateUtil", "DateUtils", "AccountsImpl", "MemberService"})
    void a_name_that_says_nothing_is_found(String name) {
        plant(
                JAVA + "Named.java",
                "package planted;\n/** Named. */\nclass Named {\n    interface %s {}\n}".formatted(name));
        assertThat(planted())
                .containsExactly(JAVA + "Named.java:4: the name %s says nothing of what it is".formatted(name));
    }

    @Test
    void a_package_that_is_not_null_marked_is_found_once() {
        String tests = "member/src/test/java/planted/";
        plant(tests + "YenTest.java", "package planted;\n/** Its package is marked in main. */\nclass YenTest {}");
        plant(tests + "alone/OneTest.java", "package planted.alone;\n/** One. */\nclass OneTest {}");
        plant(tests + "alone/TwoTest.java", "package planted.alone;\n/** Two. */\nclass TwoTest {}");
        assertThat(planted()).containsExactly(tests + "alone:1: no package-info.java with @NullMarked");
        plant(tests + "alone/package-info.java", "package planted.alone;");
        assertThat(planted()).hasSize(1);
    }

    @Test
    void a_link_to_a_file_that_is_not_there_is_found() {
        plant("docs/STYLE.md", """
                See [Yen](../%1$sYen.java), [the package](../%1$s), [here](#here) and [there](https://example.org/x).
                But [Won](../%1$sWon.java#why) is gone.
                """.formatted(JAVA));
        assertThat(planted()).containsExactly("docs/STYLE.md:2: a link to ../" + JAVA + "Won.java, which is not there");
    }

    @Test
    void a_file_that_is_not_java_stops_the_check() {
        plant(JAVA + "Torn.java", "package planted;\n/** Torn. */\nclass Torn {");
        assertThatThrownBy(this::planted).hasMessageContaining("Torn.java");
    }

    private List<String> planted() {
        return findings(SourceTree.of(root)).map(Finding::toString).toList();
    }

    private static Stream<Finding> findings(SourceTree tree) {
        return Stream.of(TextRules.check(tree), JavaRules.check(tree), PackageRules.check(tree), LinkRules.check(tree))
                .flatMap(found -> found);
    }

    private void plant(String file, String text) {
        try {
            Path planted = root.resolve(file);
            Files.createDirectories(planted.getParent());
            Files.writeString(planted, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
