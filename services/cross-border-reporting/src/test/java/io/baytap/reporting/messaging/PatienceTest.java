package io.baytap.reporting.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.schemas.wire.RegistryAwayException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience(Duration.ofMillis(1), Duration.ofMillis(4));

    @Test
    void anOutageIsOutlastedAndForgotten() {
        var attempts = new AtomicInteger();

        String answer = patience.outlast("registry", RegistryAwayException.class, () -> {
            if (attempts.incrementAndGet() < 6) {
                throw new RegistryAwayException("HTTP 503");
            }
            assertThat(patience.outages()).containsExactly("registry");
            return "there";
        });

        assertThat(answer).isEqualTo("there");
        assertThat(attempts).hasValue(6);
        assertThat(patience.outages()).isEmpty();
    }

    @Test
    void aDefectIsNotAnOutage() {
        assertThatThrownBy(() -> patience.outlast("registry", RegistryAwayException.class, () -> {
                    throw new IllegalStateException("defect");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(patience.outages()).isEmpty();
    }

    @Test
    void stoppingEndsTheWaitingAtOnce() {
        var slow = new Patience(Duration.ofHours(1), Duration.ofHours(1));
        var tried = new CountDownLatch(1);
        var waiting = CompletableFuture.runAsync(() -> slow.outlast("database", RegistryAwayException.class, () -> {
            tried.countDown();
            throw new RegistryAwayException("refused");
        }));

        assertThat(tried).satisfies(latch -> latch.await());
        slow.stop();

        assertThat(waiting)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(Exception.class)
                .withCauseInstanceOf(CancellationException.class);
    }
}
