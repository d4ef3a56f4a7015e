package io.baytap.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dashboards: queries that Prometheus reads, of metrics that there are, from a data source that can be chosen. */
class DashboardsTest {

    private static final String CHOSEN = "${datasource}";
    private static final int WIDTH = 24;

    private final Metrics metrics = new Metrics();

    static Stream<Path> files() {
        return Watch.filesIn(Watch.DASHBOARDS).stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aQueryNamesMetricsAndLabelsThatThereAre(Path file) {
        assertThat(queries(file))
                .isNotEmpty()
                .allSatisfy(
                        query -> assertThat(metrics.unknownIn(query)).as(query).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("files")
    void prometheusReadsEveryQuery(Path file) throws IOException, InterruptedException {
        var json = new ObjectMapper();
        ArrayNode rules = json.createArrayNode();
        for (String query : queries(file)) {
            ObjectNode rule = json.createObjectNode();
            rules.add(rule.put("record", "query:" + rules.size()).put("expr", query));
        }
        Path asRules = Path.of("target", file.getFileName() + ".rules.json");
        Files.createDirectories(asRules.getParent());
        // JSON is YAML.
        json.writeValue(asRules.toFile(), Map.of("groups", List.of(Map.of("name", "queries", "rules", rules))));

        Promtool.agrees(Path.of("."), "check", "rules", asRules.toString());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPanelAsksTheDataSourceThatIsChosen(Path file) {
        JsonNode board = Watch.read(file);

        JsonNode choice = board.at("/templating/list/0");
        assertThat(choice.path("name").asText()).isEqualTo("datasource");
        assertThat(choice.path("type").asText()).isEqualTo("datasource");
        assertThat(choice.path("query").asText()).isEqualTo("prometheus");
        List<JsonNode> sources = board.findValues("datasource");
        assertThat(sources).isNotEmpty().allSatisfy(source -> {
            assertThat(source.path("type").asText()).isEqualTo("prometheus");
            assertThat(source.path("uid").asText()).isEqualTo(CHOSEN);
        });
        assertThat(panels(board).stream().filter(panel -> panel.has("targets")))
                .allSatisfy(panel -> assertThat(panel.has("datasource")).isTrue());
    }

    @ParameterizedTest
    @MethodSource("files")
    void panelsHaveIdsOfTheirOwnAndRoomOfTheirOwn(Path file) {
        List<JsonNode> panels = panels(Watch.read(file));

        assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
        assertThat(panels).extracting(panel -> panel.path("title").asText()).doesNotContain("");
        List<String> taken = new ArrayList<>();
        for (JsonNode panel : panels) {
            JsonNode place = panel.path("gridPos");
            int left = place.path("x").asInt();
            int top = place.path("y").asInt();
            for (int x = left; x < left + place.path("w").asInt(); x++) {
                assertThat(x).isLessThan(WIDTH);
                for (int y = top; y < top + place.path("h").asInt(); y++) {
                    taken.add(x + "," + y);
                }
            }
        }
        assertThat(taken).doesNotHaveDuplicates();
    }

    @Test
    void aDashboardIsKnownByItsFileName() {
        assertThat(files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.getFileName())
                        .hasToString(Watch.read(file).path("uid").asText() + ".json"));
    }

    /** As they are asked, with something in place of what Grafana fills in. */
    private static List<String> queries(Path file) {
        return panels(Watch.read(file)).stream()
                .flatMap(panel -> panel.path("targets").valueStream())
                .map(target -> target.path("expr").asText())
                .map(query -> query.replace("$__rate_interval", "5m").replace("$instance", ".+"))
                .toList();
    }

    private static List<JsonNode> panels(JsonNode board) {
        return board.path("panels").valueStream().toList();
    }
}
