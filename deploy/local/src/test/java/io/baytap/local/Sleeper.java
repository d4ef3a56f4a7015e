package io.baytap.local;

import io.baytap.sandbox.day.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/** Stops a replica of wallet-settlement in its work, lets it wake when the other has its partitions, and holds the gates meanwhile. */
final class Sleeper implements Progress, AutoCloseable {

    /** Before the first of six parts of the day is over. */
    private static final int PART = 20;

    private static final Duration GATE_WAITS = Duration.ofSeconds(1);

    private final Line line;
    private final Admin admin;
    private @Nullable TakeOver takeOver;

    Sleeper(Line line) {
        this.line = line;
        this.admin = Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, line.stack().bootstrapServers()));
    }

    @Override
    public void advanced(long done, long total, Instant time) {
        TakeOver current = begin(done, total);
        if (current != null) {
            boolean _ = current.await(GATE_WAITS);
        }
    }

    /** Whether it has slept and is awake. */
    synchronized boolean isAwake() {
        return takeOver != null && takeOver.await(Duration.ZERO);
    }

    synchronized Summary.Pause pause() {
        return Objects.requireNonNull(takeOver, "it slept").pause();
    }

    @Override
    public void close() {
        admin.close();
    }

    private synchronized @Nullable TakeOver begin(long done, long total) {
        if (takeOver == null && done * PART >= total) {
            Replica replica = line.replicas().of(LineService.WALLET_SETTLEMENT).getLast();
            var owned = new LineGroup(admin, LineService.WALLET_SETTLEMENT).of(replica);
            long pid = line.replicas().processes().getOrDefault(replica.name(), 0L);
            signal("STOP", pid);
            var begun = new TakeOver(admin, replica, owned);
            takeOver = begun;
            Thread.startVirtualThread(() -> {
                begun.watch();
                signal("CONT", pid);
            });
        }
        return takeOver;
    }

    private static void signal(String name, long pid) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + name + " ended with status " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
