package io.baytap.images;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is built.
 *
 * @param version of Baytap, the image's tag
 * @param commit what it was built from
 * @param time of that commit, and so of the image
 */
record Release(String version, String commit, Instant time) {

    /** By the names of the OCI image specification. */
    Map<String, String> labels(String service) {
        String prefix = "org.opencontainers.image.";
        return new TreeMap<>(Map.of(
                prefix + "title",
                "Baytap " + service,
                prefix + "description",
                "A service of Baytap, public transport taps and cross-border settlement",
                prefix + "vendor",
                "Baytap",
                prefix + "licenses",
                "Apache-2.0",
                prefix + "version",
                version,
                prefix + "revision",
                commit,
                prefix + "created",
                time.toString()));
    }
}
