package io.baytap.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The kit against the intake itself. */
class ConformanceIT {

    private static final Layout LAYOUT = Layout.find();

    @Test
    void theIntakeConformsAtAllThreeDoors() throws Exception {
        List<String> said = new ArrayList<>();

        List<String> differences = new IntakeCheck(LAYOUT, LAYOUT.output("conformance-it")).run(said::add);

        assertThat(differences).isEmpty();
        assertThat(said).anyMatch(line -> line.startsWith("ok      http: "));
        assertThat(said).anyMatch(line -> line.startsWith("ok      mqtt: "));
        assertThat(said).anyMatch(line -> line.startsWith("ok      kafka: "));
    }
}
