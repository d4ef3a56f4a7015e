package io.baytap.reporting;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.baytap.reporting.access.Admits;
import io.baytap.schemas.Money;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The rooms of the service and who may look into which. */
class ArchitectureTest {

    private static final JavaClasses SERVICE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.baytap.reporting");

    @Test
    void theDomainIsPlainJava() {
        classes()
                .that()
                .resideInAPackage("..reporting.domain..")
                .should()
                .onlyDependOnClassesThat(resideInAPackage("java..")
                        .or(resideInAPackage("..reporting.domain.."))
                        .or(resideInAPackage("org.jspecify.."))
                        // Answers that come later; a library of its own, not a part of Quarkus.
                        .or(resideInAPackage("io.smallrye.mutiny"))
                        .or(equivalentTo(Money.class)))
                .check(SERVICE);
    }

    @Test
    void theDomainReadsNoClock() {
        noClasses()
                .that()
                .resideInAPackage("..reporting.domain..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(SERVICE);
    }

    @Test
    void onlyMessagingSeesGeneratedClasses() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..reporting.messaging..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.baytap.schemas.*.v1..")
                .check(SERVICE);
    }

    @Test
    void adaptersDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("..reporting.messaging..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..reporting.storage..", "..reporting.rest..", "..reporting.page..")
                .check(SERVICE);
        noClasses()
                .that()
                .resideInAPackage("..reporting.storage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..reporting.messaging..", "..reporting.rest..", "..reporting.page..")
                .check(SERVICE);
        noClasses()
                .that()
                .resideInAnyPackage("..reporting.rest..", "..reporting.page..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..reporting.messaging..", "..reporting.storage..")
                .check(SERVICE);
    }

    @Test
    void accessKnowsTheDomainAlone() {
        noClasses()
                .that()
                .resideInAPackage("..reporting.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..reporting.messaging..", "..reporting.storage..", "..reporting.rest..", "..reporting.page..")
                .check(SERVICE);
    }

    @Test
    void onlyScreensAskOtherServices() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.baytap.reporting", "..reporting.page..", "..reporting.neighbours..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..reporting.neighbours..")
                .check(SERVICE);
        noClasses()
                .that()
                .resideInAPackage("..reporting.neighbours..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..reporting.messaging..", "..reporting.storage..", "..reporting.rest..", "..reporting.page..")
                .check(SERVICE);
    }

    @Test
    void everyResourceSaysWhomItAdmits() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                // Clients of other services are interfaces.
                .and()
                .areNotInterfaces()
                .should()
                .beAnnotatedWith(Admits.class)
                .check(SERVICE);
    }

    @Test
    void onlyTheWiringKnowsTheSettings() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.baytap.reporting")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("ReportingConfig")
                .check(SERVICE);
    }

    @Test
    void noOtherServiceIsKnown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.baytap.tap..", "io.baytap.fare..", "io.baytap.fx..", "io.baytap.wallet..")
                .check(SERVICE);
    }
}
