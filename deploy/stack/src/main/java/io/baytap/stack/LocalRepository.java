package io.baytap.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts' artifacts in the local Maven repository, where the build of this module brought them. */
final class LocalRepository {

    private final Path root;
    private final Properties settings;

    private LocalRepository(Path root, Properties settings) {
        this.root = root;
        this.settings = settings;
    }

    /**
     * The repository named by the system property {@code maven.repo.local}, or the one the build used, or the user's.
     *
     * @throws IllegalStateException if none of them has the parts
     */
    static LocalRepository find() {
        Properties settings = new Properties();
        try (InputStream in = open("stack.properties")) {
            settings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Stream.of(
                        System.getProperty("maven.repo.local"),
                        settings.getProperty("repository"),
                        System.getProperty("user.home") + "/.m2/repository")
                .flatMap(LocalRepository::path)
                .filter(root -> Files.isReadable(root.resolve(settings.getProperty("registry"))))
                .findFirst()
                .map(root -> new LocalRepository(root, settings))
                .orElseThrow(() -> new IllegalStateException("no local Maven repository has "
                        + settings.getProperty("registry") + ": build deploy/stack, or name it by -Dmaven.repo.local"));
    }

    Path root() {
        return root;
    }

    /** The broker's own class path, and nothing of ours. */
    String brokerClasspath() {
        try (InputStream in = open("broker.classpath")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(jar -> root.resolve(jar).toString())
                    .collect(Collectors.joining(":"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The registry, a {@code .tar.gz}. */
    Path registry() {
        return root.resolve(settings.getProperty("registry"));
    }

    /** Name and version of the registry. */
    String registryName() {
        return settings.getProperty("registry.name");
    }

    /** A jar that holds PostgreSQL as a {@code .txz}. */
    Path postgres() {
        return root.resolve(settings.getProperty("postgres"));
    }

    /** Name and version of PostgreSQL. */
    String postgresName() {
        return settings.getProperty("postgres.name");
    }

    private static Stream<Path> path(@Nullable String name) {
        return name == null ? Stream.empty() : Stream.of(Path.of(name));
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = LocalRepository.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException(name + " is missing: build deploy/stack with Maven");
        }
        return in;
    }
}
