package io.baytap.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alerts and dashboards as the chart brings them; what they say is tested in deploy/observability. */
class AlertsTest {

    private static final Path RULES = Chart.FOLDER.resolve("files/alerts.yaml");
    private static final Path DASHBOARDS = Chart.FOLDER.resolve("files/dashboards");

    @Test
    void thereIsNoRuleAndNoDashboardUnlessTheyAreAskedFor() {
        // An unknown kind of document is an error.
        assertThat(Chart.ofKind(ConfigMap.class, Chart.render()))
                .isNotEmpty()
                .noneMatch(map -> map.getMetadata().getName().endsWith("-dashboards"));
    }

    @Test
    void whoAsksGetsTheFileAsARuleUnderTheLabelsTheyGive() throws IOException {
        JsonNode rule = rule("alerts: { enabled: true, labels: { release: prometheus } }");

        assertThat(rule.path("apiVersion").asText()).isEqualTo("monitoring.coreos.com/v1");
        assertThat(rule.at("/metadata/labels/release").asText()).isEqualTo("prometheus");
        assertThat(rule.path("spec")).isEqualTo(Chart.YAML.readTree(RULES.toFile()));
    }

    @Test
    void runbooksAreLinkedWhereTheRepositoryCanBeRead() throws IOException {
        JsonNode rule = rule("alerts: { enabled: true, runbooks: \"https://git.example/baytap/main/\" }");

        assertThat(rule.findValuesAsText("runbook_url"))
                .isNotEmpty()
                .allMatch(
                        url -> url.startsWith("https://git.example/baytap/main/deploy/observability/runbooks/Baytap"));
        assertThatThrownBy(() -> Chart.render("alerts: { enabled: false, runbooks: wiki }"))
                .hasMessageContaining("runbooks");
    }

    @Test
    void whoAsksGetsEveryDashboardInAConfigMapThatGrafanaFinds() throws IOException {
        Map<String, JsonNode> wanted = new TreeMap<>();
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            for (Path file : files.toList()) {
                wanted.put(file.getFileName().toString(), Chart.YAML.readTree(file.toFile()));
            }
        }

        List<ConfigMap> maps = Chart.ofKind(ConfigMap.class, Chart.render("dashboards: { enabled: true }")).stream()
                .filter(map -> map.getMetadata().getName().equals(Chart.RELEASE + "-dashboards"))
                .toList();

        assertThat(maps).hasSize(1);
        assertThat(maps.getFirst().getMetadata().getLabels()).containsEntry("grafana_dashboard", "1");
        Map<String, JsonNode> found = new TreeMap<>();
        for (Map.Entry<String, String> file : maps.getFirst().getData().entrySet()) {
            found.put(file.getKey(), Chart.YAML.readTree(file.getValue()));
        }
        assertThat(found).isNotEmpty().isEqualTo(wanted);
    }

    private static JsonNode rule(String values) throws IOException {
        Path file = Files.createTempFile(Path.of("target"), "values-", ".yaml");
        Files.writeString(file, values);
        String rendered = new Helm(Chart.FOLDER)
                .template()
                .withName(Chart.RELEASE)
                .withNamespace(Chart.NAMESPACE)
                .withKubeVersion(Chart.KUBERNETES)
                .withValuesFile(file)
                .call();

        List<JsonNode> found = new ArrayList<>();
        try (MappingIterator<JsonNode> each =
                Chart.YAML.readerFor(JsonNode.class).readValues(rendered)) {
            while (each.hasNext()) {
                JsonNode document = each.next();
                if (document.path("kind").asText().equals("PrometheusRule")) {
                    found.add(document);
                }
            }
        }
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
