package io.baytap.images;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** What is in an image, as a CycloneDX 1.6 bill of materials: every Maven artifact, Java, and the packages of Debian. */
final class Sbom {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Release release;
    private final List<DebianPackage> packages;
    private final String javaVendor;

    Sbom(Release release, List<DebianPackage> packages, String javaVendor) {
        this.release = release;
        this.packages = List.copyOf(packages);
        this.javaVendor = javaVendor;
    }

    /** Writes it for the service that lies in that directory. */
    void write(String service, Path deployments, Path file) throws IOException {
        ObjectNode bill = JSON.createObjectNode();
        bill.put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        bill.put("bomFormat", "CycloneDX").put("specVersion", "1.6");
        bill.put("version", 1);
        ArrayNode components = JSON.createArrayNode();
        for (String artifact : Files.readAllLines(deployments.resolve("quarkus-app-dependencies.txt"))) {
            components.add(maven(artifact.split(":", -1)));
        }
        components.add(component("platform", "java", JavaRuntime.version())
                .put("publisher", javaVendor)
                .put("purl", "pkg:generic/java@" + JavaRuntime.version().replace("+", "%2B")));
        for (DebianPackage debian : packages) {
            components.add(component("library", debian.name(), debian.version())
                    .put("bom-ref", debian.purl())
                    .put("purl", debian.purl()));
        }
        ObjectNode own = component("application", service, release.version())
                .put("group", "io.baytap")
                .put("purl", "pkg:maven/io.baytap/" + service + "@" + release.version());
        // Derived, so that the same image has the same bill.
        bill.put(
                "serialNumber",
                "urn:uuid:" + UUID.nameUUIDFromBytes((own.toString() + components).getBytes(StandardCharsets.UTF_8)));
        bill.putObject("metadata").put("timestamp", release.time().toString()).set("component", own);
        bill.set("components", components);
        Trees.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(bill) + "\n");
    }

    /** From {@code group:artifact:classifier:type:version}. */
    private static ObjectNode maven(String[] artifact) {
        String purl = "pkg:maven/" + artifact[0] + "/" + artifact[1] + "@" + artifact[4];
        if (!artifact[2].isEmpty()) {
            purl += "?classifier=" + artifact[2];
        }
        return component("library", artifact[1], artifact[4])
                .put("group", artifact[0])
                .put("bom-ref", purl)
                .put("purl", purl);
    }

    private static ObjectNode component(String type, String name, String version) {
        return JSON.createObjectNode().put("type", type).put("name", name).put("version", version);
    }
}
