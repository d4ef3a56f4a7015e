package io.baytap.finance.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OperatorTotalsTest {

    /** Whoever copies the file needs these two libraries, and what they bring. */
    @Test
    void theExampleNeedsKafkaAndTheDeserialiserAndNothingOfOurs() throws IOException {
        Path file = Path.of("src/main/java/io/baytap/finance/example/OperatorTotals.java");

        assertThat(Files.readAllLines(file).stream().filter(line -> line.startsWith("import ")))
                .isNotEmpty()
                .allMatch(
                        line -> line.matches(
                                "import (java\\.|org\\.apache\\.kafka\\.|org\\.apache\\.avro\\.generic\\.|io\\.apicurio\\.).*"));
    }
}
