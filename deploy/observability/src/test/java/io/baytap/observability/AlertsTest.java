package io.baytap.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The alerts: each is made of metrics that there are, has a runbook, fires in a test, and in another does not. */
class AlertsTest {

    private static final Path RUNBOOKS = Path.of("runbooks");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[)#]");

    private static final Pattern METRIC =
            Pattern.compile("\\b(?:(?:tap|fare|fx|wallet|reporting|kafka)_|baytap:)[a-z0-9_:]+");

    private final Metrics metrics = new Metrics();

    static Stream<JsonNode> alerts() {
        return Watch.alerts().stream();
    }

    static Stream<JsonNode> rules() {
        return Watch.rules().stream();
    }

    static Stream<Path> tests() {
        return Watch.filesIn(Watch.RULES_TESTS).stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleNamesMetricsAndLabelsThatThereAre(JsonNode rule) {
        String expression = rule.path("expr").asText();

        assertThat(Metrics.selectors(expression)).as(expression).isNotEmpty();
        assertThat(metrics.unknownIn(expression)).as(expression).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void anAlertSaysWhoActsAndLinksItsRunbook(JsonNode alert) throws IOException {
        String name = alert.path("alert").asText();

        assertThat(name).startsWith("Baytap");
        assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
        assertThat(alert.at("/labels/team").asText()).isIn("finance", "operations");
        assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
        String page = alert.at("/annotations/runbook_url").asText();
        assertThat(page).isEqualTo("deploy/observability/runbooks/" + name + ".md");
        assertThat(Files.readString(Watch.ROOT.resolve(page)))
                .startsWith("# " + name + "\n")
                .contains("\n## See it\n", "\n## Do\n");
    }

    @Test
    void noRunbookIsLeftOverAndEachLinksToFilesThatThereAre() throws IOException {
        List<String> names = Watch.alerts().stream()
                .map(alert -> alert.path("alert").asText() + ".md")
                .toList();
        List<Path> pages = Watch.filesIn(RUNBOOKS);

        assertThat(pages).extracting(page -> page.getFileName().toString()).containsExactlyInAnyOrderElementsOf(names);
        for (Path page : pages) {
            assertThat(LINK.matcher(Files.readString(page)).results())
                    .allSatisfy(
                            link -> assertThat(RUNBOOKS.resolve(link.group(1))).exists());
        }
    }

    @Test
    void whatARunbookHasOneLookAtIsThere() throws IOException {
        for (Path page : Watch.filesIn(RUNBOOKS)) {
            assertThat(METRIC.matcher(Files.readString(page)).results())
                    .allSatisfy(metric -> assertThat(metrics.has(metric.group()))
                            .as(metric.group())
                            .isTrue());
        }
    }

    @Test
    void everyAlertFiresInATestAndStaysSilentInAnother() {
        Set<String> firing = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        tests().forEach(file -> Watch.read(file)
                .path("tests")
                .forEach(test -> test.path("alert_rule_test")
                        .forEach(each -> (each.path("exp_alerts").isEmpty() ? silent : firing)
                                .add(each.path("alertname").asText()))));
        List<String> names = Watch.alerts().stream()
                .map(alert -> alert.path("alert").asText())
                .toList();

        assertThat(firing).containsExactlyInAnyOrderElementsOf(names);
        assertThat(silent).containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @MethodSource("tests")
    void prometheusFindsThatTheyDo(Path file) throws IOException, InterruptedException {
        Promtool.agrees(Watch.RULES_TESTS, "test", "rules", file.getFileName().toString());
    }

    @Test
    void prometheusReadsTheRules() throws IOException, InterruptedException {
        Promtool.agrees(Watch.ROOT, "check", "rules", Watch.RULES.toString());
    }
}
