package io.github.storemaven.emulator;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;

/** The packages of the embedded Store use one another in one direction. */
@AnalyzeClasses(packages = "io.github.storemaven.emulator", importOptions = DoNotIncludeTests.class)
class LayersTest {
    private static final String HOME = "io.github.storemaven.emulator";

    /** Each may use those before it; the package that has them all may use each. */
    private static final List<String> ORDER =
            List.of("web", "document", "storage", "catalog", "token", "fault", "installer", "commit", "api");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching(HOME + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONE_DIRECTION = ArchRuleDefinition.classes()
            .should(new ArchCondition<>("use only the packages before their own") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(use -> use.getTargetClass().getPackageName().startsWith(HOME))
                            .filter(use -> layer(use.getTargetClass()) > layer(type))
                            .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
                }
            });

    private static int layer(JavaClass type) {
        if (type.getPackageName().equals(HOME)) {
            return ORDER.size();
        }
        int layer = ORDER.indexOf(type.getPackageName().substring(HOME.length() + 1));
        if (layer < 0) {
            throw new AssertionError("a new package of the embedded Store has no place yet: " + type.getPackageName());
        }
        return layer;
    }
}
