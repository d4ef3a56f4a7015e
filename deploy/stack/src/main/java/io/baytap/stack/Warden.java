package io.baytap.stack;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Starts processes and sees to it that none is left and their directory is gone when this process ends, however it ends: closed, Ctrl-C,
 * or killed at any moment.
 *
 * <p>A guard process in a session of its own holds the other end of a pipe; when the pipe closes it ends every child and removes the
 * directory. Each child has a session of its own too, so Ctrl-C reaches only this process, which can then end them in order; and each
 * registers with the guard before it becomes anything.
 */
public final class Warden implements AutoCloseable {

    private static final String GUARD = resource("guard.sh");
    private static final String CHILD = resource("child.sh");

    private final Path directory;
    private final Process guard;
    private boolean closed;

    private Warden(Path directory, Process guard) {
        this.directory = directory;
        this.guard = guard;
    }

    /** With a new directory below the system's directory for temporary files. */
    public static Warden open() {
        return open(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** With a new directory below that one, which must exist. */
    public static Warden open(Path parent) {
        Path directory = parent.toAbsolutePath()
                .normalize()
                .resolve("baytap-" + ProcessHandle.current().pid() + "-"
                        + UUID.randomUUID().toString().substring(0, 8));
        try {
            Process guard = startGuard(directory);
            BufferedReader said = guard.inputReader(StandardCharsets.UTF_8);
            if (!"ready".equals(said.readLine())) {
                throw new IOException("the guard of " + directory + " did not start");
            }
            return new Warden(directory, guard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the children work and keep their files. */
    public Path directory() {
        return directory;
    }

    /** A directory below {@link #directory()}, made if it is not there. */
    public Path directory(String name) {
        try {
            return Files.createDirectories(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the program in {@code directory(command.name())}. */
    public Child start(Command command) {
        List<String> line = new ArrayList<>(
                List.of("setsid", "sh", "-c", CHILD, "child", directory + "/house/pids", command.endSignal()));
        line.addAll(command.line());
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(directory(command.name()).toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(command.log().toFile()));
        builder.environment().putAll(command.environment());
        try {
            return new Child(command, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all children, removes the directory, and returns when both are done. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            // A guard that someone killed is replaced by one that finds its pipe closed at once.
            Process ending = guard.isAlive() ? guard : startGuard(directory);
            ending.getOutputStream().close();
            ending.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            // The guard goes on by itself.
            Thread.currentThread().interrupt();
        }
    }

    private static Process startGuard(Path directory) throws IOException {
        return new ProcessBuilder("setsid", "sh", "-c", GUARD, "guard", directory.toString())
                .directory(new File("/"))
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private static String resource(String name) {
        try (InputStream in = Warden.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
