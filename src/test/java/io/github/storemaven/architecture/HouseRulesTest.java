package io.github.storemaven.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;

/** The package rules of the design's section 5. */
@AnalyzeClasses(packages = "io.github.storemaven", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    private static final String HOME = "io.github.storemaven.";

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry(
                    "submission",
                    Set.of(
                            "service",
                            "transfer",
                            "listing",
                            "preview",
                            "check",
                            "msix",
                            "document",
                            "json",
                            "http",
                            "zip")),
            Map.entry("preview", Set.of("check", "document", "json", "msix", "zip")),
            Map.entry(
                    "installer",
                    Set.of("service", "credential", "listing", "preview", "check", "document", "json", "http", "zip")),
            Map.entry("listing", Set.of("check", "document", "json", "zip")),
            Map.entry("check", Set.of("document", "json", "msix", "zip")),
            Map.entry("ci", Set.of()),
            Map.entry("msix", Set.of("zip")),
            Map.entry("service", Set.of("credential", "http", "document", "json")),
            Map.entry("document", Set.of("json", "zip")),
            Map.entry("credential", Set.of("http", "json")),
            Map.entry("transfer", Set.of("http", "zip")),
            Map.entry("http", Set.of()),
            Map.entry("json", Set.of()),
            Map.entry("text", Set.of()),
            Map.entry("zip", Set.of()),
            Map.entry("emulator", Set.of()));

    @ArchTest
    static final ArchRule ONLY_GOAL_KNOWS_MAVEN = noClasses()
            .that()
            .resideOutsideOfPackage(HOME + "goal..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", "javax.inject.."));

    @ArchTest
    static final ArchRule EACH_PACKAGE_USES_WHAT_THE_DESIGN_ALLOWS = ArchRuleDefinition.classes()
            .that(not(resideInAPackage(HOME + "goal..")))
            .should(new ArchCondition<>("use only the packages that the design allows") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(use -> !allowed(type, use.getTargetClass()))
                            .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule WRITERS_OF_PACKAGES_USE_THE_MODEL_AND_NOT_THE_OTHER_WAY_ROUND = noClasses()
            .that()
            .resideInAnyPackage(HOME + "msix", HOME + "msix.pri")
            .should()
            .dependOnClassesThat(resideInAPackage(HOME + "msix.build"));

    @ArchTest
    static final ArchRule READERS_OF_PACKAGES_WRITE_NO_INDEX = noClasses()
            .that()
            .resideInAPackage(HOME + "msix")
            .should()
            .dependOnClassesThat(resideInAPackage(HOME + "msix.pri"));

    @ArchTest
    static final ArchRule NOTHING_IS_KEPT_FOR_THE_NEXT_BUILD_OF_THE_JVM =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule MAVEN_KNOWS_ENVIRONMENT_AND_CONSOLE = noClasses()
            .should()
            .callMethod(System.class, "setProperty", String.class, String.class)
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    /** What a system property or a service names instead may read what we have forbidden: DTDs and files of this machine. */
    @ArchTest
    static final ArchRule XML_IS_READ_BY_THE_PARSER_OF_THE_JDK = noClasses()
            .should()
            .callMethodWhere(
                    target(owner(type(XMLInputFactory.class))).and(target(nameMatching("newFactory|newInstance"))));

    private static boolean allowed(JavaClass from, JavaClass to) {
        String target = to.getPackageName();
        if (!target.startsWith(HOME) || target.equals(from.getPackageName())) {
            return true;
        }
        String room = room(from.getPackageName());
        boolean foreignText = room(target).equals("text") && !room.equals("emulator");
        return foreignText
                || room.equals(room(target))
                || MAY_USE.getOrDefault(room, Set.of()).contains(room(target));
    }

    private static String room(String packageName) {
        return packageName.substring(HOME.length()).replaceAll("\\..*", "");
    }
}
