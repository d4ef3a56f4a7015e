package io.baytap.images;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An image of one service, as an archive in OCI's layout. Its layers, from what seldom changes to what always does: Debian, Java, libraries, the
 * service, its AOT cache.
 */
final class ServiceImage {

    static final List<String> JAVA_OPTIONS = List.of(
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.baytap.schemas",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    /** Where layers are kept while images are made that share them. */
    static final String LAYERS = "layers";

    private static final String USER = "65532:65532";
    private static final String SBOM = "/usr/share/sbom/baytap.cdx.json";
    private static final FilePermissions READ = FilePermissions.fromOctalString("644");
    private static final FilePermissions READ_AND_RUN = FilePermissions.fromOctalString("755");
    private static final FilePermissions EVERYBODY_WRITES = FilePermissions.fromOctalString("777");

    private final Release release;
    private final Path root;
    private final Path work;

    /**
     * @param root the file system below the service: Debian and Java
     * @param work where {@link #LAYERS} are
     */
    ServiceImage(Release release, Path root, Path work) {
        this.release = release;
        this.root = root;
        this.work = work;
    }

    /**
     * Writes the archive.
     *
     * @return the digest of the image's manifest, {@code sha256:…}
     */
    String write(String service, Path deployments, Path sbom, Path archive) throws Exception {
        JibContainerBuilder image = Jib.fromScratch()
                .setFormat(ImageFormat.OCI)
                .setPlatforms(Set.of(new Platform("amd64", "linux")))
                .setCreationTime(release.time())
                .setUser(USER)
                .setWorkingDirectory(AbsoluteUnixPath.get("/deployments"))
                .setEnvironment(Map.of("QUARKUS_HTTP_HOST", "0.0.0.0", "QUARKUS_HTTP_PORT", "8080"))
                .setExposedPorts(Port.tcp(8080))
                .setEntrypoint(entrypoint())
                .setLabels(release.labels(service));
        Path java = root.resolve("opt/java");
        image.addFileEntriesLayer(debian(file -> !file.startsWith(java)));
        image.addFileEntriesLayer(layer("java", java, "/opt/java", _ -> true).build());
        Path libraries = deployments.resolve("lib");
        Path cache = deployments.resolve(AotCache.FILE);
        image.addFileEntriesLayer(layer("libraries", deployments, "/deployments", file -> file.startsWith(libraries))
                .build());
        image.addFileEntriesLayer(layer(
                        "service",
                        deployments,
                        "/deployments",
                        file -> !file.startsWith(libraries) && !file.equals(cache))
                .addEntry(sbom, AbsoluteUnixPath.get(SBOM), READ, Trees.TIME)
                .build());
        image.addFileEntriesLayer(
                layer("aot", deployments, "/deployments", cache::equals).build());
        JibContainer made = image.containerize(
                Containerizer.to(TarImage.at(archive).named("baytap/" + service + ":" + release.version()))
                        .setBaseImageLayersCache(work.resolve(LAYERS))
                        .setApplicationLayersCache(work.resolve(LAYERS))
                        .setOfflineMode(true));
        return made.getDigest().toString();
    }

    private static List<String> entrypoint() {
        List<String> line = new ArrayList<>();
        line.add("/opt/java/bin/java");
        // A small memory limit's first heap has no room for the objects in the cache, and Java would not start.
        line.add("-Xms64m");
        line.addAll(JAVA_OPTIONS);
        // Without directories, as when the cache was made: all that is in the working directory.
        line.addAll(List.of("-XX:AOTCache=" + AotCache.FILE, "-jar", "quarkus-run.jar"));
        return line;
    }

    private FileEntriesLayer debian(Predicate<Path> belongs) throws IOException {
        return layer("debian", root, "", belongs)
                .addEntry(root, AbsoluteUnixPath.get("/tmp"), EVERYBODY_WRITES, Trees.TIME)
                .build();
    }

    private static FileEntriesLayer.Builder layer(String name, Path from, String to, Predicate<Path> belongs)
            throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        for (Path file : Trees.files(from)) {
            if (belongs.test(file)) {
                AbsoluteUnixPath place = AbsoluteUnixPath.get(to + "/" + from.relativize(file));
                layer.addEntry(file, place, Files.isExecutable(file) ? READ_AND_RUN : READ, Trees.TIME);
            }
        }
        return layer;
    }
}
