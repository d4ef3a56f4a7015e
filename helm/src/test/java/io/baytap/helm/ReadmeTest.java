package io.baytap.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README says of values is what the schema and values.yaml say. {@code make chart-golden} writes its table anew. */
class ReadmeTest {

    private static final Path README = Chart.FOLDER.resolve("README.md");
    private static final String BEGIN = "<!-- values: made from values.schema.json and values.yaml -->\n";
    private static final String END = "<!-- end of values -->\n";

    private final JsonNode schema;
    private final JsonNode values;

    ReadmeTest() throws IOException {
        schema = Chart.YAML.readTree(Chart.FOLDER.resolve("values.schema.json").toFile());
        values = Chart.YAML.readTree(Chart.FOLDER.resolve("values.yaml").toFile());
    }

    @Test
    void theTableOfValuesIsTrue() throws IOException {
        List<String> rows = new ArrayList<>();
        schema.path("properties").properties().stream()
                .filter(each -> !each.getKey().matches("global|services"))
                .forEach(each -> describe(each.getKey(), each.getValue(), values.path(each.getKey()), rows));
        schema.at("/definitions/service/properties")
                .properties()
                .forEach(each -> describe("services.<service>." + each.getKey(), each.getValue(), null, rows));
        String table = "\n| value | default | |\n| --- | --- | --- |\n" + String.join("", rows) + "\n";

        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        if (Boolean.getBoolean("baytap.golden")) {
            Files.writeString(README, readme.substring(0, begin) + table + readme.substring(end));
            return;
        }
        assertThat(readme.substring(begin, end)).isEqualTo(table);
    }

    @Test
    void everyValueHasADescriptionAndRefusesWhatItDoesNotKnow() {
        List<String> lacking = new ArrayList<>();
        look("", schema, lacking);

        assertThat(lacking).isEmpty();
    }

    static Stream<String> examples() throws IOException {
        return Pattern.compile("(?ms)^```yaml\n(.*?)^```")
                .matcher(Files.readString(README))
                .results()
                .map((MatchResult each) -> each.group(1));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExamplesAreAccepted(String values) {
        assertThat(Chart.render(values)).isNotEmpty();
    }

    private void describe(String name, JsonNode node, @Nullable JsonNode value, List<String> rows) {
        if (node.has("properties")) {
            node.path("properties")
                    .properties()
                    .forEach(each -> describe(
                            name + "." + each.getKey(),
                            each.getValue(),
                            value == null ? null : value.path(each.getKey()),
                            rows));
            return;
        }
        String given = value == null || value.isMissingNode()
                ? ""
                : "`" + value.toString().replace("\"", "") + "`";
        rows.add("| `" + name + "` | " + (given.equals("``") ? "" : given) + " | "
                + node.path("description").asText().replace("<", "\\<") + " |\n");
    }

    private void look(String path, JsonNode node, List<String> lacking) {
        if (node.has("properties") && !node.path("additionalProperties").isBoolean()) {
            lacking.add(path + " takes what it does not know");
        }
        node.path("properties").properties().forEach(each -> {
            boolean elsewhere = each.getValue().has("$ref");
            if (!each.getValue().has("description") && !elsewhere) {
                lacking.add(path + "/" + each.getKey() + " has no description");
            }
            look(path + "/" + each.getKey(), each.getValue(), lacking);
        });
        node.path("definitions")
                .properties()
                .forEach(each -> look("definitions/" + each.getKey(), each.getValue(), lacking));
    }
}
