package io.baytap.bench.capacity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the chart's profile for the peak gives the pods of each service. */
final class Pods {

    /** In case one is lost. */
    private static final int LEAST = 2;

    private final List<JsonNode> profiles;

    Pods(Path chart) throws IOException {
        var yaml = new YAMLMapper();
        profiles = List.of(
                yaml.readTree(chart.resolve("values-gba-peak.yaml").toFile()),
                yaml.readTree(chart.resolve("values.yaml").toFile()));
    }

    /** So many that each is as busy as the chart lets it be, and no more. */
    int count(String service, double cores) {
        double busy = cores(service) * value(service, "/autoscaling/cpuPercent").asDouble() / 100;
        return Math.max(LEAST, (int) Math.ceil(cores / busy));
    }

    /** At most, by the profile. */
    int max(String service) {
        return value(service, "/autoscaling/max").asInt();
    }

    /** That a pod asks for. */
    double cores(String service) {
        String text = value(service, "/resources/requests/cpu").asText();
        return text.endsWith("m") ? number(text, "m") / 1000 : Double.parseDouble(text);
    }

    /** That a pod asks for. */
    double gibibytes(String service) {
        String text = value(service, "/resources/requests/memory").asText();
        return text.endsWith("Mi") ? number(text, "Mi") / 1024 : number(text, "Gi");
    }

    private static double number(String text, String unit) {
        if (!text.endsWith(unit)) {
            throw new IllegalArgumentException(text + " is not in " + unit);
        }
        return Double.parseDouble(text.substring(0, text.length() - unit.length()));
    }

    /** The service's own value before the defaults, and the profile's before the chart's, as Helm takes them. */
    private JsonNode value(String service, String path) {
        return Stream.of("/services/" + service, "/defaults")
                .flatMap(place -> profiles.stream().map(profile -> profile.at(place + path)))
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(service + " has no " + path));
    }
}
