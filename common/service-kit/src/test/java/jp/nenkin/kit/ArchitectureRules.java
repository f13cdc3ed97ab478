package jp.nenkin.kit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The shape that every service has.
 *
 * <p>A class is a bean, a row or pure, and what is nested in a class, lambdas and anonymous classes included, is what
 * its outermost class is. A service's ArchitectureTest returns {@link #of} from one test factory.
 */
public final class ArchitectureRules {
    private static final List<String> BEAN_ANNOTATIONS = List.of(
            "jakarta.enterprise.context.",
            "jakarta.inject.",
            "jakarta.interceptor.",
            "jakarta.ws.rs.",
            "org.eclipse.microprofile.rest.client.inject.",
            "io.quarkus.runtime.",
            "io.quarkus.smallrye.openapi.");
    private static final List<String> ROW_ANNOTATIONS = List.of(
            "jakarta.persistence.Entity",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.MappedSuperclass",
            "io.smallrye.config.ConfigMapping");
    private static final String[] FRAMEWORK = {
        "jakarta..",
        "io.quarkus..",
        "io.smallrye..",
        "io.vertx..",
        "org.eclipse.microprofile..",
        "org.hibernate..",
        "org.keycloak..",
        "org.apache.kafka..",
        "java.sql..",
        "javax.sql.."
    };
    private static final Set<String> TIME_AND_CHANCE = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.time.Clock.system",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.systemUTC",
            "java.util.Random.<init>",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current");
    private static final Set<String> CLOCK_AND_IDS = Set.of("jp.nenkin.kit.ServiceClock", "jp.nenkin.kit.Ids");

    private static final DescribedPredicate<JavaClass> BEAN =
            DescribedPredicate.describe("a bean", type -> carries(outermost(type), BEAN_ANNOTATIONS));
    private static final DescribedPredicate<JavaClass> PART_OF_ROW =
            DescribedPredicate.describe("a row", type -> carries(outermost(type), ROW_ANNOTATIONS));
    private static final DescribedPredicate<JavaClass> ROW =
            DescribedPredicate.describe("rows", type -> carries(type, ROW_ANNOTATIONS));

    static {
        // The rules ask for the names of others' classes and no more: to read them took most of the time.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    private ArchitectureRules() {}

    /**
     * One test for each rule.
     *
     * @param basePackage the service's package, such as {@code jp.nenkin.ledger}
     * @param packages its packages, each of which may use itself and those before it
     */
    public static Stream<DynamicTest> of(String basePackage, String... packages) {
        JavaClasses types = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(basePackage);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("No classes in " + basePackage);
        }
        return Stream.of(
                        everyClassIsABeanARowOrPure(),
                        rowsStayInTheirFeature(),
                        timeAndIdsComeIn(),
                        packagesUseThoseBeforeThem(basePackage, List.of(packages)))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(types)));
    }

    static ArchRule everyClassIsABeanARowOrPure() {
        return noClasses()
                .that(DescribedPredicate.not(BEAN.or(PART_OF_ROW)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(FRAMEWORK))
                .as("a class is a bean, a row or knows no framework")
                .allowEmptyShould(true);
    }

    static ArchRule rowsStayInTheirFeature() {
        return classes()
                .that(ROW)
                .should()
                .notBePublic()
                .andShould()
                .notBeProtected()
                .andShould()
                .haveSimpleNameEndingWith("Row")
                .as("rows are seen in their package alone and named …Row")
                .allowEmptyShould(true);
    }

    static ArchRule timeAndIdsComeIn() {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "not the clock and ids",
                        type -> !CLOCK_AND_IDS.contains(outermost(type).getName())))
                .should()
                .accessTargetWhere(DescribedPredicate.describe("time or chance", ArchitectureRules::isTimeOrChance))
                .as("time and ids come in from the clock and id beans")
                .allowEmptyShould(true);
    }

    static ArchRule packagesUseThoseBeforeThem(String basePackage, List<String> packages) {
        return classes()
                .that(DescribedPredicate.not(simpleName("package-info")))
                .should(useOnlyThoseBefore(
                        packages.stream().map(name -> basePackage + "." + name).toList()))
                .as("packages use only those before them: " + String.join(", ", packages));
    }

    private static ArchCondition<JavaClass> useOnlyThoseBefore(List<String> packages) {
        return new ArchCondition<>("use only packages before their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int own = packages.indexOf(type.getPackageName());
                if (own < 0) {
                    events.add(
                            SimpleConditionEvent.violated(type, type.getName() + " is in a package without a place"));
                }
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> packages.indexOf(use.getTargetClass().getPackageName()) > own)
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    private static boolean isTimeOrChance(JavaAccess<?> access) {
        String target = access.getTargetOwner().getName() + "." + access.getName();
        return TIME_AND_CHANCE.contains(target)
                || (target.startsWith("java.time.") && access.getName().equals("now") && !takesClock(access));
    }

    private static boolean takesClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean carries(JavaClass type, List<String> annotations) {
        return type.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getName())
                .anyMatch(name -> annotations.stream().anyMatch(name::startsWith));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureRules::outermost).orElse(type);
    }
}
