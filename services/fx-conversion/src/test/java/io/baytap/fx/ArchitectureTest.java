package io.baytap.fx;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.baytap.fx");

    @Test
    void theDomainIsPlainJavaAndMoney() {
        classes()
                .that()
                .resideInAPackage("io.baytap.fx.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.baytap.fx.domain..", "io.baytap.schemas", "java..", "org.jspecify.annotations")
                .check(SERVICE);
    }

    @Test
    void theDomainReadsNoClock() {
        noClasses()
                .that()
                .resideInAPackage("io.baytap.fx.domain..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(SERVICE);
    }

    @Test
    void generatedClassesAreSeenByMessagingAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.baytap.fx.messaging..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.baytap.schemas.*.v1..")
                .check(SERVICE);
    }

    @Test
    void kafkaIsSeenByMessagingAndTheSettingsAlone() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.baytap.fx.domain..", "io.baytap.fx.ecb..", "io.baytap.fx.fetch..", "io.baytap.fx.rest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..")
                .check(SERVICE);
    }

    @Test
    void adaptersDoNotKnowEachOther() {
        slices().matching("io.baytap.fx.(messaging|ecb|fetch|rest)..")
                .should()
                .notDependOnEachOther()
                .check(SERVICE);
    }

    @Test
    void noOtherServiceIsKnown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.baytap.tap..", "io.baytap.fare..", "io.baytap.wallet..", "io.baytap.reporting..")
                .check(SERVICE);
    }
}
