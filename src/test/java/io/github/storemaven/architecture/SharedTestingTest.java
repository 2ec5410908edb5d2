package io.github.storemaven.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The embedded Store is tested without the client, so that the two can disagree; what tests share may not join them. */
@AnalyzeClasses(packages = "io.github.storemaven", importOptions = OnlyIncludeTests.class)
class SharedTestingTest {
    private static final String HOME = "io.github.storemaven.";

    @ArchTest
    static final ArchRule THE_EMBEDDED_STORE_IS_TESTED_WITHOUT_THE_CLIENT = noClasses()
            .that()
            .resideInAPackage(HOME + "emulator..")
            .should()
            .transitivelyDependOnClassesThat(resideInAPackage(HOME + "*..")
                    .and(not(resideInAnyPackage(HOME + "emulator..", HOME + "testing.."))));

    @ArchTest
    static final ArchRule WHAT_ALL_SHARE_USES_NO_TEST = noClasses()
            .that()
            .resideInAPackage(HOME + "testing")
            .should()
            .dependOnClassesThat(resideInAPackage(HOME + "*..")
                    .and(not(resideInAnyPackage(HOME + "emulator..", HOME + "testing..", HOME + "http"))));
}
