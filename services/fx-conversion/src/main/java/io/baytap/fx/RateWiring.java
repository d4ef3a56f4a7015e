package io.baytap.fx;

import io.baytap.fx.domain.Proposals;
import io.baytap.fx.domain.RateBook;
import io.baytap.fx.domain.RateDesk;
import io.baytap.fx.domain.RatePolicies;
import io.baytap.fx.domain.RatePublisher;
import io.baytap.fx.domain.Sifting.Sieve;
import io.baytap.fx.domain.Spreads;
import io.baytap.fx.fetch.HttpSource;
import io.baytap.fx.fetch.LeaseLeadership;
import io.baytap.fx.fetch.RateFetch;
import io.baytap.fx.messaging.PartitionLeadership;
import io.baytap.fx.messaging.ProposalTopic;
import io.baytap.fx.rest.Doors;
import io.baytap.schemas.wire.SchemaLookup;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Makes what brings rates in: the guard, the desk of proposals, the pull from sources. */
@ApplicationScoped
class RateWiring {

    private static final Logger LOG = Logger.getLogger(RateWiring.class);
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS_MAX = 2_000;

    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rate-fetch").factory());

    @Produces
    @Singleton
    Doors doors(FxConfig config) {
        return new Doors(Settings.open(config, LaunchMode.current() == LaunchMode.NORMAL));
    }

    @Produces
    @Singleton
    Sieve sieve(FxConfig config, RateBook rates) {
        return new Sieve(Settings.guard(config), rates);
    }

    @Produces
    @Singleton
    Spreads spreads(FxConfig config) {
        return Settings.conversion(config).spreads();
    }

    @Produces
    @Singleton
    RatePolicies policies(FxConfig config) {
        return Settings.conversion(config).policies();
    }

    @Produces
    @Singleton
    Proposals proposals(@Identifier("default-kafka-broker") Map<String, Object> broker, SchemaLookup registry) {
        return new ProposalTopic(broker, registry);
    }

    @Produces
    @Singleton
    RateDesk desk(FxConfig config, Proposals proposals, Sieve sieve) {
        return new RateDesk(proposals, sieve, Settings.proposalMax(config));
    }

    @Produces
    @Singleton
    RateFetch fetch(
            FxConfig config,
            PartitionLeadership desk,
            Instance<KubernetesClient> kubernetes,
            Sieve sieve,
            RatePublisher publisher,
            MeterRegistry meters,
            Clock clock) {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(CONNECT_MAX)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        List<HttpSource> sources = Settings.sources(config, http);
        return new RateFetch(
                sources,
                config.leader() == FxConfig.Leader.LEASE ? lease(config, kubernetes.get()) : desk,
                sieve,
                publisher,
                new RateFetch.Settings(
                        clock,
                        config.fetchInterval(),
                        config.rateAgeMax(),
                        (source, outcome) -> Counter.builder("fx.fetches")
                                .tag("source", source)
                                .tag("outcome", outcome.name())
                                .description("Sources asked by what became of them")
                                .register(meters)
                                .increment()));
    }

    /** Names the desk and the doors, so that their settings are checked at the start and not at the first request. */
    void start(@Observes StartupEvent event, FxConfig config, RateFetch fetch, RateDesk desk, Doors doors) {
        if (!config.sources().isEmpty()) {
            fetch.start();
            // Often, for a leader that has just been made; a round that leads nothing, or is early, costs nothing.
            long look = Math.min(config.fetchInterval().toMillis(), LOOK_MILLIS_MAX);
            var _ = rounds.scheduleWithFixedDelay(() -> round(fetch), look, look, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event, RateFetch fetch) {
        rounds.shutdownNow();
        fetch.stop();
    }

    private static LeaseLeadership lease(FxConfig config, KubernetesClient kubernetes) {
        var settings = config.lease();
        return new LeaseLeadership(
                kubernetes,
                new LeaseLeadership.Lease(
                        settings.namespace().orElseGet(kubernetes::getNamespace),
                        settings.name(),
                        settings.identity(),
                        Settings.leaseDuration(config)));
    }

    private static void round(RateFetch fetch) {
        try {
            fetch.round();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(e, "a round over the sources of rates failed and is tried again");
        }
    }
}
