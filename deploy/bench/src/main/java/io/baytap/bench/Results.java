package io.baytap.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every program here is told, and where its report goes. */
public final class Results {

    /** It warns about how others use it; kept, or it would be collected with its level. */
    private static final Logger REGISTRY_CLIENT = Logger.getLogger("io.apicurio.registry.client");

    /** It tells of every feed that it loads. */
    private static final Logger TARIFFS = Logger.getLogger("io.baytap.fare.tariff");

    @Option(names = "--rounds", defaultValue = "3", description = "each measures everything once (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--commit", defaultValue = "unknown", description = "what is measured, for the report")
    private String commit = "";

    @Option(names = "--at", description = "when, for the report: 2026-04-09T12:00:00Z (now)")
    private @Nullable Instant at;

    /** Keeps libraries from warning of what is meant so. */
    public static void quieten() {
        REGISTRY_CLIENT.setLevel(Level.SEVERE);
        TARIFFS.setLevel(Level.WARNING);
        // Netty does without; otherwise the JVM warns of every use.
        System.setProperty("io.netty.noUnsafe", "true");
    }

    public int rounds() {
        return rounds;
    }

    /** As things are now, before anything is measured. */
    public Head head() {
        return new Head(at == null ? Instant.now() : at, commit, Machine.read());
    }

    /** This module's folder, in the clone that this program was built in. */
    public static Path home() throws URISyntaxException {
        return Path.of(Results.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("../..")
                .normalize();
    }

    /** The clone. */
    public static Path root(Path home) {
        return home.resolve("../..").normalize();
    }

    /** For a log per process. */
    public static Path logs(Path home) throws IOException {
        return Files.createDirectories(home.resolve("target/logs"));
    }

    /** Prints and writes a report. */
    public static void write(Path home, String fileName, String report) throws IOException {
        Path file = Files.createDirectories(home.resolve("results")).resolve(fileName);
        Files.writeString(file, report);
        System.out.println("\n" + report + "\nwritten to " + root(home).relativize(file));
    }
}
