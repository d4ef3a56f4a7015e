package io.baytap.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A few documents, word by word, so that a change of the chart shows what it changes. {@code make chart-golden} writes them anew. */
class GoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        default-fares-pods       | values.yaml          | statefulset.yaml
        default-configuration    | values.yaml          | configmap.yaml
        default-check            | values.yaml          | check.yaml
        default-scaling          | values.yaml          | horizontalpodautoscaler.yaml
        small-network            | values-small.yaml    | networkpolicy.yaml
        users                    | { kafka: { mode: strimzi, strimzi: { operations: true } } } | kafkauser.yaml
        small-pods               | values-small.yaml    | deployment.yaml
        gba-peak-scaling         | values-gba-peak.yaml | scaledobject.yaml
        gba-peak-routes          | values-gba-peak.yaml | httproute.yaml
        gba-peak-databases       | values-gba-peak.yaml | cluster.yaml
        restored-databases       | { database: { mode: cnpg, cnpg: { backup: { enabled: true, restored: { wallet-settlement: { generation: 3, until: "2026-04-09T02:00:00Z" } } } } } } | cluster.yaml
        """)
    void theseDocumentsAreAsTheyWere(String name, String profile, String template) throws IOException {
        Path golden = FOLDER.resolve(name + ".yaml");
        // The topics have a file of their own.
        String rendered = Arrays.stream(Chart.text(profile).split("(?m)^---\n"))
                .filter(each -> each.contains("/templates/" + template + "\n") && !each.contains("topics.yaml: |"))
                .collect(Collectors.joining("---\n"));

        if (Boolean.getBoolean("baytap.golden")) {
            Files.writeString(golden, rendered);
        }
        assertThat(rendered).isNotBlank().isEqualTo(Files.readString(golden));
    }
}
