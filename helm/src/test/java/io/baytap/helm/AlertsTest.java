package io.baytap.helm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The alerts: rules that Prometheus reads, of metrics that there are, each with a page that says what to do. */
class AlertsTest {

    private static final Path RULES = Chart.FOLDER.resolve("files/alerts.yaml");
    private static final Path PAGES = Chart.FOLDER.resolve("ALERTS.md");
    private static final Pattern METRIC = Pattern.compile("\\b(?:wallet|fx|tap|fare|reporting)_[a-z_]+");

    /** Where Debian's package puts it. */
    private static final Path PROMTOOL = Path.of(System.getProperty("baytap.promtool", "/usr/bin/promtool"));

    static Stream<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        Chart.YAML
                .readTree(RULES.toFile())
                .path("groups")
                .forEach(group -> group.path("rules").forEach(rules::add));
        return rules.stream();
    }

    @Test
    void thereIsNoRuleUnlessItIsAskedFor() {
        // An unknown kind of document is an error.
        assertThat(Chart.render()).isNotEmpty();
    }

    @Test
    void whoAsksGetsTheFileAsARuleUnderTheLabelsTheyGive() throws IOException {
        Path values = Files.createTempFile(Path.of("target"), "values-", ".yaml");
        Files.writeString(values, "alerts: { enabled: true, labels: { release: prometheus } }");
        String rendered = new Helm(Chart.FOLDER)
                .template()
                .withName(Chart.RELEASE)
                .withNamespace(Chart.NAMESPACE)
                .withKubeVersion(Chart.KUBERNETES)
                .withValuesFile(values)
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
        JsonNode rule = found.getFirst();
        assertThat(rule.path("apiVersion").asText()).isEqualTo("monitoring.coreos.com/v1");
        assertThat(rule.at("/metadata/labels/release").asText()).isEqualTo("prometheus");
        assertThat(rule.path("spec")).isEqualTo(Chart.YAML.readTree(RULES.toFile()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleSaysWhoActsAndWhereItIsExplained(JsonNode rule) throws IOException {
        String name = rule.path("alert").asText();

        assertThat(name).startsWith("Baytap");
        assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
        assertThat(rule.at("/labels/team").asText()).isIn("finance", "operations");
        assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
        assertThat(rule.at("/annotations/runbook").asText()).isEqualTo("ALERTS.md#" + name.toLowerCase(Locale.ROOT));
        assertThat(Files.readString(PAGES)).contains("\n## " + name + "\n");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void anExpressionNamesMetricsThatAServiceDocuments(JsonNode rule) throws IOException {
        String expression = rule.path("expr").asText();
        Set<String> names = new TreeSet<>();
        METRIC.matcher(expression).results().map(MatchResult::group).forEach(names::add);

        assertThat(names).as(expression).isNotEmpty();
        for (String name : names) {
            String service = name.startsWith("fx_")
                    ? "fx-conversion"
                    : name.startsWith("reporting_") ? "cross-border-reporting" : "wallet-settlement";
            String documented = Files.readString(Path.of("../services", service, "README.md"))
                    .replace('.', '_');
            assertThat(documented).contains("`" + name);
        }
        assertThat(isBalanced(expression)).as(expression).isTrue();
    }

    @Test
    void noPageIsLeftOver() throws IOException {
        List<String> names = rules().map(rule -> rule.path("alert").asText()).toList();

        assertThat(Files.readAllLines(PAGES).stream()
                        .filter(line -> line.startsWith("## "))
                        .map(line -> line.substring(3)))
                .containsExactlyElementsOf(names);
    }

    /** Skipped where Debian's prometheus is not installed. */
    @Test
    void prometheusItselfReadsThem() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROMTOOL), "no promtool");

        var check = new ProcessBuilder(PROMTOOL.toString(), "check", "rules", RULES.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), UTF_8);

        assertThat(check.waitFor()).as(said).isZero();
    }

    private static boolean isBalanced(String expression) {
        Deque<Character> open = new ArrayDeque<>();
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            switch (c) {
                case '(', '[', '{' -> open.push(c);
                case ')', ']', '}' -> {
                    if (open.isEmpty() || open.pop() != (c == ')' ? '(' : c == ']' ? '[' : '{')) {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return open.isEmpty();
    }
}
