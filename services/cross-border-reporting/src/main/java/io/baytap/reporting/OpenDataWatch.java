package io.baytap.reporting;

import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.opendata.OpenData;
import io.baytap.reporting.domain.opendata.Publication;
import io.baytap.reporting.domain.opendata.PublicationPeriod;
import io.baytap.reporting.domain.opendata.PublicationRules;
import io.baytap.reporting.messaging.GroupProgress;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks from time to time for what is to be published. Every replica does; the database lets one of them. */
@ApplicationScoped
class OpenDataWatch {

    private static final Logger LOG = Logger.getLogger(OpenDataWatch.class);

    private final Publication publication;
    private final InstantSource time;
    private final long intervalMillis;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("open-data").daemon().factory());

    private @Nullable ScheduledFuture<?> watching;

    OpenDataWatch(
            OpenData openData,
            GroupProgress progress,
            PublicationRules rules,
            InstantSource time,
            ReportingConfig config) {
        this.publication = new Publication(openData, progress, rules);
        this.time = time;
        this.intervalMillis = config.openData().lookEvery().toMillis();
    }

    void start(@Observes StartupEvent started) {
        watching = looks.scheduleWithFixedDelay(this::look, intervalMillis, intervalMillis, TimeUnit.MILLISECONDS);
    }

    /** What is away now is there at a later look; nothing may end the looks. */
    void look() {
        try {
            for (PublicationPeriod period : publication.publishDue(time.instant())) {
                LOG.infof("published period=%s", period.title());
            }
        } catch (ReportsAway e) {
            LOG.infof("nothing can be published now: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("nothing can be published, and the next look will not help by itself", e);
        }
    }

    @PreDestroy
    void stop() {
        if (watching != null) {
            watching.cancel(true);
        }
        looks.shutdown();
    }
}
