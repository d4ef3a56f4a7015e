package io.baytap.wallet;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class LayeringTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.baytap.wallet");

    @Test
    void theDomainKnowsNothingButJavaAndMoney() {
        classes()
                .that()
                .resideInAPackage("io.baytap.wallet.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.baytap.wallet.domain..", "io.baytap.schemas", "org.jspecify..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.baytap.wallet.domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "java.net..")
                .check(CLASSES);
    }

    @Test
    void theDomainReadsNoClock() {
        noClasses()
                .that()
                .resideInAPackage("io.baytap.wallet.domain..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, InstantSource.class)
                .check(CLASSES);
    }

    @Test
    void onlyMessagingSeesGeneratedEvents() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.baytap.wallet.messaging")
                .and()
                .doNotBelongToAnyOf(Wiring.class)
                .should()
                .dependOnClassesThat(resideInAPackage("io.baytap.schemas.*..")
                        .and(resideOutsideOfPackage("io.baytap.schemas.traces")))
                .check(CLASSES);
    }

    @Test
    void roomsBesideTheDomainDoNotKnowEachOther() {
        slices().matching("io.baytap.wallet.(messaging|storage|provider|rest|leader|audit|clearing|statements)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }
}
