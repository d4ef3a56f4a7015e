package io.baytap.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files that watch over the line, from where the chart has them. */
final class Watch {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final Path RULES = ROOT.resolve("helm/baytap/files/alerts.yaml");
    static final Path DASHBOARDS = ROOT.resolve("helm/baytap/files/dashboards");
    static final Path RULES_TESTS = Path.of("rules-tests");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Watch() {}

    /** A YAML or JSON file. */
    static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Alerts and recorded figures, in their order. */
    static List<JsonNode> rules() {
        List<JsonNode> rules = new ArrayList<>();
        read(RULES).path("groups").forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }

    static List<JsonNode> alerts() {
        return rules().stream().filter(rule -> rule.has("alert")).toList();
    }
}
