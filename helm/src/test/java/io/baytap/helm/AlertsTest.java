package io.baytap.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertThat(rules("{}")).isEmpty();
        assertThat(dashboards("{}")).isEmpty();
    }

    @Test
    void whoAsksGetsTheFileAsARuleUnderTheLabelsTheyGive() throws IOException {
        List<JsonNode> rules = rules("alerts: { enabled: true, labels: { release: prometheus } }");

        assertThat(rules).hasSize(1);
        assertThat(rules.getFirst().at("/metadata/labels/release").asText()).isEqualTo("prometheus");
        assertThat(rules.getFirst().path("spec")).isEqualTo(Chart.YAML.readTree(RULES.toFile()));
    }

    @Test
    void runbooksAreLinkedWhereTheRepositoryCanBeRead() {
        List<JsonNode> rules = rules("alerts: { enabled: true, runbooks: \"https://git.example/baytap/main/\" }");

        assertThat(rules.getFirst().findValuesAsText("runbook_url"))
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

        Map<String, JsonNode> found = new TreeMap<>();
        for (ConfigMap map : dashboards("dashboards: { enabled: true }")) {
            assertThat(map.getData()).hasSize(1);
            for (Map.Entry<String, String> file : map.getData().entrySet()) {
                found.put(file.getKey(), Chart.YAML.readTree(file.getValue()));
            }
        }

        assertThat(found).isNotEmpty().isEqualTo(wanted);
    }

    private static List<JsonNode> rules(String values) {
        return Chart.documents(Chart.text(values)).stream()
                .filter(each -> each.path("kind").asText().equals("PrometheusRule"))
                .toList();
    }

    /** As Grafana's sidecar finds them. */
    private static List<ConfigMap> dashboards(String values) {
        return Chart.ofKind(ConfigMap.class, Chart.render(values)).stream()
                .filter(map -> "1".equals(map.getMetadata().getLabels().get("grafana_dashboard")))
                .toList();
    }
}
