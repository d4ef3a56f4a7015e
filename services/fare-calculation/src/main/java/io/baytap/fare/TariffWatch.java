package io.baytap.fare;

import io.baytap.fare.tariff.TariffDirectory;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks at the tariffs' files from time to time. */
@Singleton
class TariffWatch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TariffWatch.class);

    private final TariffDirectory tariffs;
    private final long intervalMillis;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("tariff-watch").daemon().factory());
    private @Nullable ScheduledFuture<?> watching;

    TariffWatch(TariffDirectory tariffs, FareConfig config) {
        this.tariffs = tariffs;
        this.intervalMillis = config.tariffsInterval().toMillis();
    }

    void start() {
        watching = looks.scheduleWithFixedDelay(this::look, intervalMillis, intervalMillis, TimeUnit.MILLISECONDS);
    }

    /** A directory that is away for a moment changes nothing. */
    private void look() {
        try {
            tariffs.refresh();
        } catch (RuntimeException e) {
            LOG.warnf("the tariffs cannot be looked at: %s", e.getMessage());
        }
    }

    @Override
    public void close() {
        if (watching != null) {
            watching.cancel(false);
        }
        looks.shutdown();
    }
}
