package io.baytap.fare;

import io.baytap.fare.domain.Rulebook;
import io.baytap.fare.messaging.Backoff;
import io.baytap.fare.messaging.FareMeter;
import io.baytap.fare.messaging.FareParts;
import io.baytap.fare.messaging.FareStream;
import io.baytap.fare.messaging.FareTopology;
import io.baytap.fare.messaging.FxRates;
import io.baytap.fare.messaging.LineClock;
import io.baytap.fare.messaging.ReplayClock;
import io.baytap.fare.tariff.TariffDirectory;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.schemas.wire.RegistryLookup;
import io.baytap.schemas.wire.RegistrySettings;
import io.baytap.schemas.wire.SchemaLookup;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the service's parts from its settings. */
@ApplicationScoped
class Wiring {

    @Produces
    @Singleton
    SchemaLookup schemas(Config settings, Vertx vertx) {
        return new RegistryLookup(RegistrySettings.read(name -> settings.getOptionalValue(name, String.class)), vertx);
    }

    @Produces
    @Singleton
    Backoff backoff() {
        return new Backoff();
    }

    @Produces
    @Singleton
    LineClock clock(FareConfig config, Backoff backoff) {
        Clock system = Clock.systemUTC();
        return switch (config.clock()) {
            case SYSTEM -> system::instant;
            case REPLAY -> new ReplayClock(backoff);
        };
    }

    @Produces
    @Singleton
    TariffDirectory tariffs(FareConfig config, MeterRegistry meters) {
        Settings.check(config, ConfigUtils.isProfileActive("prod"));
        var tariffs = new TariffDirectory(Settings.tariffs(config));
        Gauge.builder(
                        "fare.tariffs.loaded",
                        tariffs,
                        each -> each.tariffs().all().size())
                .description("Versions of tariffs that are loaded")
                .register(meters);
        Gauge.builder("fare.tariffs.refused", tariffs, each -> each.refusals().size())
                .description("Files of tariffs and schemes that were refused and have not changed since")
                .register(meters);
        return tariffs;
    }

    @Produces
    @Singleton
    FxRates rates(FareConfig config, Backoff backoff) {
        return new FxRates(config.rateAgeMax(), backoff);
    }

    @Produces
    @Singleton
    Supplier<Rulebook> rules(TariffDirectory tariffs, FxRates rates) {
        return () -> new Rulebook(tariffs.tariffs(), tariffs.schemes(), rates);
    }

    @Produces
    @Singleton
    Supplier<Instant> now(LineClock clock) {
        return clock::now;
    }

    @Produces
    @Singleton
    TapTraces traces(
            OpenTelemetry telemetry,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off,
            @ConfigProperty(name = "baytap.traces.ratio") double ratio) {
        return TapTraces.of(telemetry, off, ratio);
    }

    @Produces
    @Singleton
    FareStream stream(
            FareConfig config,
            TariffWatch tariffs,
            Supplier<Rulebook> rules,
            FxRates rates,
            SchemaLookup schemas,
            LineClock clock,
            Backoff backoff,
            MeterRegistry meters,
            TapTraces traces,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        var parts = new FareParts(
                rules,
                rates,
                schemas,
                clock,
                new FareMeter(meters),
                traces,
                config.horizon(),
                config.caughtUpAfter(),
                config.expiryInterval());
        return new FareStream(
                new FareTopology(parts).build(),
                schemas,
                Settings.streams(config, broker),
                tariffs::obstacle,
                streams -> new KafkaStreamsMetrics(streams).bindTo(meters),
                backoff);
    }

    void start(@Observes StartupEvent event, TariffWatch watch, FareStream stream) {
        watch.start();
        stream.start();
    }

    void stop(@Observes ShutdownEvent event, TariffWatch watch, FareStream stream) {
        watch.close();
        stream.close();
    }
}
