package io.baytap.stack;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Prometheus reads of a service: its metrics, each with the names of its labels in their order, as
 * {@code fx_fetches_total{outcome,source}}.
 */
public final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    private Scrape() {}

    /** The metrics of what a service answers at {@code /q/metrics}. */
    public static Set<String> metrics(String text) {
        return text.lines()
                .map(SAMPLE::matcher)
                .filter(Matcher::matches)
                .map(sample -> sample.group(2) == null ? sample.group(1) : sample.group(1) + labels(sample.group(2)))
                .collect(toCollection(TreeSet::new));
    }

    /** What the service in whose folder this runs promises: its {@code metrics.txt}, where alerts and dashboards look names up. */
    public static List<String> promised() {
        try (var lines = Files.lines(Path.of("metrics.txt"))) {
            return lines.filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String labels(String pairs) {
        return LABEL.matcher(pairs)
                .results()
                .map((MatchResult pair) -> pair.group(1))
                .sorted()
                .collect(Collectors.joining(",", "{", "}"));
    }
}
