package io.baytap.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code make images} left, made again from nothing in another directory. */
class ReproducibleIT {

    private static final Path CLONE = Path.of("../..").toAbsolutePath().normalize();
    private static final Path IMAGES = Path.of("target/images");
    private static final String LABEL = "org.opencontainers.image.";

    @Test
    void theSameCommitGivesTheSameDigests(@TempDir Path elsewhere) throws Exception {
        Map<String, String> left = new TreeMap<>();
        for (String service : Images.SERVICES) {
            left.put(service, digest(service));
        }
        JsonNode labels = labels(Images.SERVICES.getFirst());
        Release release = new Release(
                labels.path(LABEL + "version").asText(),
                labels.path(LABEL + "revision").asText(),
                Instant.parse(labels.path(LABEL + "created").asText()));

        Map<String, String> made = new Images(CLONE, release, elsewhere.resolve("images"))
                .make(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));

        assertThat(made).isEqualTo(left);
    }

    private static String digest(String service) throws IOException {
        return read(service, "index.json").at("/manifests/0/digest").asText();
    }

    private static JsonNode labels(String service) throws IOException {
        JsonNode manifest = blob(service, digest(service));
        return blob(service, manifest.at("/config/digest").asText()).at("/config/Labels");
    }

    private static JsonNode blob(String service, String digest) throws IOException {
        return read(service, "blobs/" + digest.replace(':', '/'));
    }

    private static JsonNode read(String service, String entry) throws IOException {
        String archive = IMAGES.resolve(service + ".tar").toString();
        return new ObjectMapper().readTree(Programs.run(Path.of("."), List.of("tar", "-xOf", archive, entry)));
    }
}
