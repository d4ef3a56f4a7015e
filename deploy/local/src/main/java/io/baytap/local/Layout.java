package io.baytap.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are in a clone that was built. */
record Layout(Path root) {

    /** Found from where this program itself is: in {@code deploy/local/target}. */
    static Layout find() {
        try {
            Path own = Path.of(Layout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Layout(own.resolve("../../../..").normalize());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A service's program. */
    Path program(LineService service) {
        return built(root.resolve("services/" + service.id() + "/target/quarkus-app/quarkus-run.jar"));
    }

    Path sandbox() {
        return built(root.resolve("deploy/sandbox/target/sandbox-0.1.0.jar"));
    }

    /** Finance's contract tests. */
    Path contractTests() {
        return built(root.resolve("deploy/finance/target/finance.jar"));
    }

    /** What {@code helm test} runs. */
    Path check() {
        return built(root.resolve("deploy/check/target/check.jar"));
    }

    /** What operations does by hand. */
    Path operations() {
        return built(root.resolve("deploy/operations/target/operations.jar"));
    }

    /** The broker's users with their rights, as the Helm chart makes them; its tests hold this file to it. */
    Path users() {
        return built(root.resolve("helm/src/test/resources/golden/users.yaml"));
    }

    /** Policies of the operators. */
    Path policies() {
        return built(root.resolve("deploy/tariffs/policies"));
    }

    /** GTFS feeds, policies and schemes. */
    Path feeds() {
        return built(root.resolve("deploy/tariffs/target/feeds"));
    }

    /** Tables of published figures. */
    Path published() {
        return built(root.resolve("deploy/tariffs/published"));
    }

    /** The ECB's table. */
    Path rates() {
        return built(published().resolve("ecb-reference-rates.csv"));
    }

    /** What a command leaves behind: results and logs. Made if it is not there. */
    Path output(String command) {
        try {
            return Files.createDirectories(root.resolve("deploy/local/target").resolve(command));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path built(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalStateException(path + " is missing: run make build");
        }
        return path;
    }
}
