package io.baytap.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The metrics that there are: those in the services' {@code metrics.txt}, each of which an integration test of the service
 * finds at {@code /q/metrics}, and those that our rules record.
 */
final class Metrics {

    /** What the scraping itself adds to every sample. */
    private static final Set<String> OF_THE_SCRAPE = Set.of("instance", "job", "pod");

    private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{([\\w,]+)})?");
    private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final Pattern SELECTOR = Pattern.compile("([a-z][\\w:]*)\\s*(?:\\{([^}]*)})?");
    private static final Pattern MATCHED = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");

    /** What stands where a metric could: functions, operators, and the labels after by, on and the like. */
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");

    private static final Pattern FUNCTION = Pattern.compile("\\b[a-z_0-9]+\\s*\\(");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]|offset\\s+\\w+");

    private final Map<String, Set<String>> labels = new TreeMap<>();

    Metrics() {
        try (Stream<Path> services = Files.list(Watch.ROOT.resolve("services"))) {
            for (Path service : services.sorted().toList()) {
                Files.readAllLines(service.resolve("metrics.txt")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(this::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Watch.rules().stream()
                .filter(rule -> rule.has("record"))
                .forEach(rule -> add(
                        rule.path("record").asText(),
                        Set.copyOf(rule.path("labels").properties().stream()
                                .map(Map.Entry::getKey)
                                .toList())));
    }

    boolean has(String metric) {
        return labels.containsKey(metric);
    }

    /** What an expression names that there is not: metrics, and labels of metrics. */
    List<String> unknownIn(String expression) {
        List<String> unknown = new ArrayList<>();
        selectors(expression).forEach((metric, matched) -> {
            Set<String> known = labels.get(metric);
            if (known == null) {
                unknown.add(metric);
            } else {
                matched.stream()
                        .filter(label -> !known.contains(label) && !OF_THE_SCRAPE.contains(label))
                        .forEach(label -> unknown.add(metric + "{" + label + "}"));
            }
        });
        return unknown;
    }

    /** The metrics that an expression names, each with the labels that it is chosen by. */
    static Map<String, Set<String>> selectors(String expression) {
        String bare = expression.replaceAll(TEXT, "\"\"");
        bare = GROUPING.matcher(bare).replaceAll(" ");
        bare = RANGE.matcher(bare).replaceAll(" ");
        bare = FUNCTION.matcher(bare).replaceAll("(");
        Map<String, Set<String>> found = new TreeMap<>();
        Matcher selector = SELECTOR.matcher(bare);
        while (selector.find()) {
            if (!WORDS.contains(selector.group(1))) {
                Set<String> matched = found.computeIfAbsent(selector.group(1), _ -> new TreeSet<>());
                if (selector.group(2) != null) {
                    MATCHED.matcher(selector.group(2))
                            .results()
                            .map((MatchResult label) -> label.group(1))
                            .forEach(matched::add);
                }
            }
        }
        return found;
    }

    private void add(String line) {
        Matcher metric = LINE.matcher(line);
        if (!metric.matches()) {
            throw new IllegalStateException("no metric: " + line);
        }
        add(
                metric.group(1),
                metric.group(2) == null ? Set.of() : Set.of(metric.group(2).split(",")));
    }

    private void add(String metric, Set<String> with) {
        labels.computeIfAbsent(metric, _ -> new TreeSet<>()).addAll(with);
    }
}
