package io.baytap.fare;

import io.baytap.fare.tariff.TariffConfigMaps;
import io.baytap.fare.tariff.TariffDirectory;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks at the tariffs' files from time to time, and at the ConfigMaps that bring some. */
@Singleton
class TariffWatch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TariffWatch.class);

    private final TariffDirectory tariffs;
    private final Optional<TariffConfigMaps> configMaps;
    private final long intervalMillis;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("tariff-watch").daemon().factory());
    private @Nullable ScheduledFuture<?> watching;

    TariffWatch(TariffDirectory tariffs, FareConfig config, Instance<KubernetesClient> kubernetes) {
        this.tariffs = tariffs;
        this.intervalMillis = config.tariffsInterval().toMillis();
        this.configMaps = config.configMaps().selector().map(selector -> {
            String namespace = config.configMaps()
                    .namespace()
                    .orElseGet(() -> kubernetes.get().getNamespace());
            return new TariffConfigMaps(kubernetes.get(), namespace, selector, Settings.copies(config));
        });
    }

    void start() {
        configMaps.ifPresent(TariffConfigMaps::start);
        look();
        watching = looks.scheduleWithFixedDelay(this::look, intervalMillis, intervalMillis, TimeUnit.MILLISECONDS);
    }

    /** Why nothing may be priced yet, if there is a reason. */
    Optional<String> obstacle() {
        return configMaps.flatMap(TariffConfigMaps::obstacle).or(tariffs::obstacle);
    }

    /** A directory that is away for a moment changes nothing. */
    private void look() {
        try {
            configMaps.ifPresent(TariffConfigMaps::refresh);
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
        configMaps.ifPresent(TariffConfigMaps::close);
    }
}
