package io.baytap.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DirectionTest {

    private static final JavaClasses SANDBOX = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.baytap.sandbox");

    @Test
    void theOracleSharesNothingWithAnybody() {
        classes()
                .that()
                .resideInAPackage("io.baytap.sandbox.published..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "de.siegmar.fastcsv..", "org.jspecify..", "io.baytap.sandbox.published..")
                .check(SANDBOX);
    }

    @Test
    void onlyTheReferencePackageSeesKafkaAndGeneratedClasses() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.baytap.sandbox.reference..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..", "io.baytap.schemas..")
                .check(SANDBOX);
    }

    @Test
    void whatIsToldOfBooksDoesNotDependOnWhoKeepsThem() {
        noClasses()
                .that()
                .resideInAnyPackage("io.baytap.sandbox.statements..", "io.baytap.sandbox.bank..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.baytap.sandbox.provider..", "io.baytap.sandbox.day..")
                .check(SANDBOX);
        noClasses()
                .that()
                .resideInAPackage("io.baytap.sandbox.statements..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.baytap.sandbox.bank..")
                .check(SANDBOX);
    }

    @Test
    void theProviderKnowsNothingOfTheDay() {
        noClasses()
                .that()
                .resideInAPackage("io.baytap.sandbox.provider..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.baytap.sandbox.day..", "io.baytap.sandbox.gates..", "io.baytap.sandbox.published..")
                .check(SANDBOX);
    }
}
