package io.baytap.images;

import io.baytap.stack.Child;
import io.baytap.stack.Command;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.baytap.stack.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@code make images-classes}: starts each service once beside the embedded stack and keeps the names of the classes that they loaded until they
 * were ready.
 */
public final class Training {

    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration STOP_MAX = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path clone;
    private final Path output;
    private final EmbeddedStack stack;

    private Training(Path clone, EmbeddedStack stack) {
        this.clone = clone;
        this.output = clone.resolve("deploy/images/target/images");
        this.stack = stack;
    }

    /**
     * Renews the list.
     *
     * @param arguments the clone's directory, in which {@code make images} has been run
     */
    public static void main(String[] arguments) throws IOException {
        Path clone = Path.of(arguments[0]).toAbsolutePath().normalize();
        try (EmbeddedStack stack = EmbeddedStack.start(Set.of(Part.values()))) {
            stack.setUpTopics();
            stack.createDatabase("wallet");
            stack.createDatabase("reporting");
            Training training = new Training(clone, stack);
            Set<String> classes = new TreeSet<>();
            for (String service : Images.SERVICES) {
                classes.addAll(training.loaded(service));
            }
            Files.write(clone.resolve(Images.CLASSES), classes);
        }
    }

    private List<String> loaded(String service) throws IOException {
        int port = Ports.free();
        Map<String, String> environment = LineSettings.read(clone).environment(service, stack, port);
        environment.computeIfPresent(
                "FARE_TARIFFS",
                (_, _) -> clone.resolve("deploy/tariffs/target/feeds").toString());
        Path loaded = output.resolve(service + ".classes");
        List<String> line = new ArrayList<>(AotCache.java(output.resolve("root")));
        line.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:DumpLoadedClassList=" + loaded,
                "-jar",
                clone.resolve("services/" + service + "/target/aot-app/quarkus-run.jar")
                        .toString()));
        Child child = stack.warden().start(Command.of(service, line, environment, output.resolve(service + ".log")));
        child.awaitReady(() -> isReady(port), START_MAX);
        child.stop(STOP_MAX);
        try (Stream<String> classes = Files.lines(loaded)) {
            return classes.filter(Training::isNamed)
                    .map(name -> name.replaceFirst(" .*", ""))
                    .toList();
        }
    }

    /** Not a remark, nor what is generated at run time, nor from a loader of its own. */
    private static boolean isNamed(String line) {
        return !line.startsWith("#") && !line.startsWith("@") && !line.contains(" source:");
    }

    private static boolean isReady(int port) {
        URI ready = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
        try {
            return HTTP.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
