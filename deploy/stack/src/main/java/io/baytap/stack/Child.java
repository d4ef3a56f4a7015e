package io.baytap.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process that a {@link Warden} started and sees to. */
public final class Child {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final int TAIL_LINES = 40;

    private final Command command;
    private final Process process;

    Child(Command command, Process process) {
        this.command = command;
        this.process = process;
    }

    public String name() {
        return command.name();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it at once, as a power cut would, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        join();
    }

    /** Asks it to end (SIGTERM) and waits; kills it if it takes longer than that. Returns whether it ended by itself. */
    public boolean stop(Duration grace) {
        process.destroy();
        if (endsWithin(grace)) {
            return true;
        }
        kill();
        return false;
    }

    /**
     * Waits until the condition holds.
     *
     * @throws IllegalStateException with the end of its log if it ends first, or if the time is up
     */
    public void awaitReady(BooleanSupplier ready, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (endsWithin(LOOK_EVERY)) {
                throw new IllegalStateException(
                        name() + " ended with status " + process.exitValue() + " before it was ready\n" + tail());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(name() + " was not ready within " + limit + "\n" + tail());
            }
        }
    }

    /**
     * Waits for its end.
     *
     * @throws IllegalStateException with the end of its log if its status is not 0, or if the time is up
     */
    public void awaitSuccess(Duration limit) {
        int status = awaitExit(limit);
        if (status != 0) {
            throw new IllegalStateException(name() + " ended with status " + status + "\n" + tail());
        }
    }

    /**
     * Waits for its end.
     *
     * @return its status
     * @throws IllegalStateException with the end of its log if the time is up
     */
    public int awaitExit(Duration limit) {
        if (!endsWithin(limit)) {
            throw new IllegalStateException(name() + " did not end within " + limit + "\n" + tail());
        }
        return process.exitValue();
    }

    /** The last lines it wrote. */
    public String tail() {
        try {
            List<String> lines = new String(Files.readAllBytes(command.log()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "its log cannot be read: " + e.getMessage();
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name(), e);
        }
    }

    private void join() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while " + name() + " was ending", e));
        }
    }
}
