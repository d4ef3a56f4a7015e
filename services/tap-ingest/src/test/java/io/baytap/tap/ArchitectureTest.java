package io.baytap.tap;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** The direction in which the rooms of the service may know each other. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.baytap.tap");

    @Test
    void theDomainIsPlainJava() {
        classes()
                .that()
                .resideInAPackage("io.baytap.tap.domain")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("io.baytap.tap.domain", "java..", "org.jspecify.."))
                .check(CLASSES);
    }

    @Test
    void theDomainReadsNoClock() {
        noClasses()
                .that()
                .resideInAPackage("io.baytap.tap.domain")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(CLASSES);
    }

    @Test
    void onlyMessagingSeesEvents() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.baytap.tap.messaging")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.baytap.schemas.*.v1", "org.apache.avro..")
                .check(CLASSES);
    }

    @Test
    void onlyMessagingAndTheWiringSeeKafka() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.baytap.tap.rest",
                        "io.baytap.tap.mqtt",
                        "io.baytap.tap.json",
                        "io.baytap.tap.metrics",
                        "io.baytap.tap.crypto",
                        "io.baytap.tap.memory")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void roomsKnowTheDomainAndNotEachOther() {
        slices().matching("io.baytap.tap.(rest|mqtt|messaging|metrics|crypto|memory)")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
        // The form of JSON is the same at every door that speaks it.
        classes()
                .that()
                .resideInAPackage("io.baytap.tap.json")
                .should()
                .onlyHaveDependentClassesThat(resideInAnyPackage(
                        "io.baytap.tap.json", "io.baytap.tap.rest", "io.baytap.tap.mqtt", "io.baytap.tap"))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.baytap.tap.json")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.baytap.tap.rest", "io.baytap.tap.mqtt", "io.baytap.tap.messaging")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("io.baytap.tap.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.baytap.tap")
                .check(CLASSES);
    }

    @Test
    void noOtherServiceIsKnown() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.baytap..")
                        .and(not(resideInAnyPackage("io.baytap.tap..", "io.baytap.schemas.."))))
                .check(CLASSES);
    }
}
