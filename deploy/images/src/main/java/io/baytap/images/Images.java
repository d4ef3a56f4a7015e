package io.baytap.images;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The images of all services. */
final class Images {

    static final List<String> SERVICES =
            List.of("tap-ingest", "fare-calculation", "fx-conversion", "wallet-settlement", "cross-border-reporting");

    /** What the AOT caches are made of, whichever of them a service has. */
    static final String CLASSES = "deploy/images/classes.txt";

    /** Its image has what {@code helm test} runs as well. */
    private static final String WITH_CHECK = "tap-ingest";

    private final Path clone;
    private final Release release;
    private final Path output;

    /**
     * @param clone what was built, with the services as {@code target/aot-app}
     * @param output where archives and bills of materials are written, and what they are made from
     */
    Images(Path clone, Release release, Path output) {
        this.clone = clone;
        this.release = release;
        this.output = output;
    }

    /**
     * Makes them.
     *
     * @return the digest of each by the service's name
     */
    Map<String, String> make(PrintStream report) throws Exception {
        Path root = output.resolve("root");
        Trees.remove(root);
        // Jib knows a layer by the names and times of its files, which do not change when what is in them does.
        Trees.remove(output.resolve(ServiceImage.LAYERS));
        List<DebianPackage> packages = DebianBase.unpack(clone.resolve("deploy/images/target/debian"), root);
        JavaRuntime.link(root);
        Certificates.install(root);
        Sbom sbom = new Sbom(release, packages, JavaRuntime.vendor(root));
        ServiceImage image = new ServiceImage(release, root, output);
        Map<String, String> digests = new TreeMap<>();
        for (String service : SERVICES) {
            Path deployments = output.resolve(service);
            Trees.remove(deployments);
            Trees.copyAll(clone.resolve("services/" + service + "/target/aot-app"), deployments);
            if (service.equals(WITH_CHECK)) {
                Trees.copy(clone.resolve("deploy/check/target/check.jar"), deployments.resolve("check.jar"));
            }
            AotCache.make(root, deployments, clone.resolve(CLASSES));
            Path bill = output.resolve(service + ".cdx.json");
            sbom.write(service, deployments, bill);
            Path archive = output.resolve(service + ".tar");
            String digest = image.write(service, deployments, bill, archive);
            digests.put(service, digest);
            report.printf(
                    "baytap/%s:%s  %s  %,d MB, unpacked %,d MB%n",
                    service,
                    release.version(),
                    digest,
                    Files.size(archive) / 1_000_000,
                    (size(root) + size(deployments)) / 1_000_000);
        }
        return digests;
    }

    private static long size(Path directory) throws IOException {
        long bytes = 0;
        for (Path file : Trees.files(directory)) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
