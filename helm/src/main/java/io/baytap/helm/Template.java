package io.baytap.helm;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A chart as {@code helm template} renders it, hooks and tests included. Nothing is installed anywhere. */
public final class Template {

    private static final String KUBERNETES = "1.32.0";
    private static final String HOOK = "helm.sh/hook:";
    private static final String DOCUMENT = "helm.sh/document:";

    private final Path chart;

    /**
     * Reads a chart.
     *
     * @param chart its folder
     * @param work an existing folder for a copy of it
     * @throws UncheckedIOException if the chart cannot be read or the copy not be written
     */
    public Template(Path chart, Path work) {
        this.chart = withHooks(chart, work);
    }

    /**
     * Renders it with values over its own, the later files over the earlier.
     *
     * @return the documents as one text in YAML
     * @throws RuntimeException with what Helm says if values are refused or a template fails
     */
    public String render(String release, String namespace, List<Path> values) {
        var command = new Helm(chart)
                .template()
                .withName(release)
                .withNamespace(namespace)
                .withKubeVersion(KUBERNETES);
        values.forEach(command::withValuesFile);
        return command.call().replace(DOCUMENT, HOOK);
    }

    /** The embedded Helm prints no hooks. In this copy of the chart they are documents as any others. */
    private static Path withHooks(Path chart, Path work) {
        try (Stream<Path> files = Files.walk(chart, FileVisitOption.FOLLOW_LINKS)) {
            Path copy = Files.createTempDirectory(work, "chart-").resolve(chart.getFileName());
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(chart.relativize(file));
                Files.createDirectories(to.resolveSibling("."));
                Files.writeString(to, Files.readString(file).replace(HOOK, DOCUMENT));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
