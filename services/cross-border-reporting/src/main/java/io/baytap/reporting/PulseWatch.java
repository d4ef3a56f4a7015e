package io.baytap.reporting;

import io.baytap.reporting.messaging.KafkaPulse;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks from time to time how the line is doing, on a thread of its own. */
@ApplicationScoped
class PulseWatch {

    private static final Logger LOG = Logger.getLogger(PulseWatch.class);

    private final KafkaPulse pulse;
    private final InstantSource time;
    private final long intervalMillis;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pulse").daemon().factory());

    PulseWatch(KafkaPulse pulse, InstantSource time, ReportingConfig config) {
        Duration every = config.line().sampleEvery();
        if (!every.isPositive()) {
            throw new IllegalArgumentException("reporting.line.sample-every is not positive: " + every);
        }
        this.pulse = pulse;
        this.time = time;
        this.intervalMillis = Math.max(1, every.toMillis());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the executor
    void start(@Observes StartupEvent started) {
        looks.scheduleWithFixedDelay(this::look, 0, intervalMillis, TimeUnit.MILLISECONDS);
    }

    /** Nothing may end the looks but the end of the service. */
    private void look() {
        try {
            pulse.look(time.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("a look at the line failed", e);
        }
    }

    @PreDestroy
    void stop() {
        looks.shutdownNow();
        pulse.close();
    }
}
