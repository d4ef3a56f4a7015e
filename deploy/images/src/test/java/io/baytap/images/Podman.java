package io.baytap.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs images as a cluster would: a read-only root, /tmp alone to write to, no privileges, the network of this machine. With storage of its own. */
final class Podman {

    private static final List<String> RESTRAINT = List.of(
            "--network=host",
            "--read-only",
            "--read-only-tmpfs=false",
            "--tmpfs=/tmp",
            "--cap-drop=all",
            "--security-opt=no-new-privileges");

    private static final Path SETTINGS = Path.of("src/test/resources/containers.conf");

    private final Path storage;
    private final Path state;

    /** @param state for sockets and the like; podman takes no path of more than 50 characters */
    Podman(Path storage, Path state) {
        this.storage = storage;
        this.state = state;
        try {
            // It remembers the state's folder of a run before, and would have no other.
            Files.deleteIfExists(storage.resolve("libpod/bolt_state.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void load(Path archive) {
        run("load", "--input", archive.toString());
    }

    /** Starts a container in the background. */
    void start(String name, String image, Map<String, String> environment, List<String> more) {
        List<String> line = new ArrayList<>(List.of("run", "--detach", "--name", name));
        line.addAll(RESTRAINT);
        environment.forEach((variable, value) -> line.add("--env=" + variable + "=" + value));
        line.addAll(more);
        line.add(image);
        run(line.toArray(String[]::new));
    }

    /** Runs another program of the image to its end; what it said. */
    String program(String image, Map<String, String> environment, List<String> program) {
        List<String> line = new ArrayList<>(List.of("run", "--rm"));
        line.addAll(RESTRAINT);
        environment.forEach((variable, value) -> line.add("--env=" + variable + "=" + value));
        line.addAll(List.of("--entrypoint", program.getFirst(), image));
        line.addAll(program.subList(1, program.size()));
        return run(line.toArray(String[]::new));
    }

    String logs(String name) {
        return run("logs", name);
    }

    /** Its process on this machine. */
    long pid(String name) {
        return Long.parseLong(run("inspect", "--format", "{{.State.Pid}}", name).strip());
    }

    /** Starts what these documents say, on the network of this machine. */
    void play(Path documents) {
        run("kube", "play", "--network=host", documents.toString());
    }

    /** Waits until a container has ended; its status. */
    int status(String name) {
        return Integer.parseInt(run("wait", name).strip());
    }

    void removeAll() {
        run("pod", "rm", "--all", "--force", "--time", "10");
        run("rm", "--all", "--force", "--time", "10");
        run("volume", "rm", "--all", "--force");
        run("secret", "rm", "--all");
        run("image", "prune", "--force");
    }

    String run(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                "env",
                "CONTAINERS_CONF=" + SETTINGS.toAbsolutePath(),
                "podman",
                "--root=" + storage,
                "--runroot=" + state));
        line.addAll(List.of(arguments));
        return Programs.run(Path.of("."), line);
    }
}
