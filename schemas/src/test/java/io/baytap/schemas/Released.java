package io.baytap.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/**
 * The schemas as they were released: a folder per release, a file per topic. Its {@code main} writes those of the
 * release that is named, and never over one that is there: what was released is a fact.
 */
public final class Released {

    static final Path FOLDER = Path.of("released");
    private static final String SUFFIX = ".avsc";

    private Released() {}

    /** Writes the schemas of the release that the only argument names. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 || !arguments[0].matches("\\d+\\.\\d+\\.\\d+")) {
            throw new IllegalArgumentException("name the release, like 0.1.0");
        }
        Path release = FOLDER.resolve(arguments[0]);
        if (Files.exists(release)) {
            throw new IllegalStateException(release + " is there already: a release is not written twice");
        }
        Files.createDirectories(release);
        for (Topic topic : Topics.events()) {
            Files.writeString(release.resolve(topic.name() + SUFFIX), text(topic));
        }
    }

    /** The topic's schema with all that it refers to, as a release keeps it. */
    static String text(Topic topic) {
        return SchemaFormatter.format("json/pretty", topic.schema()) + "\n";
    }

    /** The releases, oldest first. */
    static List<Path> releases() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** The schemas of a release by topic. */
    static Map<String, Schema> schemas(Path release) throws IOException {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(release)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                schemas.put(
                        name.substring(0, name.length() - SUFFIX.length()), new Schema.Parser().parse(file.toFile()));
            }
        }
        return schemas;
    }
}
