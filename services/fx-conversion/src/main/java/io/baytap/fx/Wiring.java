package io.baytap.fx;

import io.baytap.fx.domain.DeskBook;
import io.baytap.fx.domain.ExposureLimits;
import io.baytap.fx.domain.RateBook;
import io.baytap.fx.domain.RateSheet;
import io.baytap.fx.ecb.EcbReferenceRates;
import io.baytap.fx.messaging.Backoff;
import io.baytap.fx.messaging.ConversionParts;
import io.baytap.fx.messaging.ConversionStream;
import io.baytap.fx.messaging.ConversionTopology;
import io.baytap.fx.messaging.DeskFeed;
import io.baytap.fx.messaging.FareMeter;
import io.baytap.fx.messaging.PartitionLeadership;
import io.baytap.fx.messaging.RateFeed;
import io.baytap.fx.messaging.RateTopic;
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
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the service's parts from its settings. */
@ApplicationScoped
class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    RateSheet ecb() {
        return new EcbReferenceRates();
    }

    @Produces
    @Singleton
    RateBook rates(FxConfig config, MeterRegistry meters, Clock clock) {
        var rates = new RateBook(config.rateAgeMax(), config.sourceOrder());
        Gauge.builder("fx.rates", rates, RateBook::size)
                .description("Published rates known")
                .register(meters);
        Gauge.builder(
                        "fx.rates.age",
                        () -> rates.latest()
                                .map(latest -> Duration.between(latest, clock.instant())
                                        .toSeconds())
                                .orElse(Long.MAX_VALUE))
                .description("Since the latest rate came into force")
                .baseUnit("seconds")
                .register(meters);
        return rates;
    }

    @Produces
    @Singleton
    SchemaLookup registry(Config settings, Vertx vertx) {
        return new RegistryLookup(RegistrySettings.read(name -> settings.getOptionalValue(name, String.class)), vertx);
    }

    @Produces
    @Singleton
    RateTopic rateTopic(@Identifier("default-kafka-broker") Map<String, Object> broker, SchemaLookup registry) {
        return new RateTopic(broker, registry);
    }

    @Produces
    @Singleton
    PartitionLeadership leadership() {
        return new PartitionLeadership();
    }

    @Produces
    @Singleton
    DeskBook deskBook() {
        return new DeskBook();
    }

    @Produces
    @Singleton
    ExposureLimits limits(FxConfig config) {
        return Settings.conversion(config).limits();
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
    @SuppressWarnings("TooManyParameters") // what the topology is built from
    ConversionStream stream(
            FxConfig config,
            PartitionLeadership leadership,
            RateBook rates,
            DeskBook deskBook,
            SchemaLookup registry,
            MeterRegistry meters,
            TapTraces traces,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        var backoff = new Backoff();
        var parts = new ConversionParts(
                rates,
                new RateFeed(rates, registry, backoff),
                new DeskFeed(deskBook, registry, backoff),
                registry,
                new FareMeter(meters),
                traces,
                leadership,
                Settings.conversion(config));
        return new ConversionStream(
                new ConversionTopology(parts).build(),
                registry,
                Settings.streams(config, broker),
                streams -> new KafkaStreamsMetrics(streams).bindTo(meters),
                backoff);
    }

    void start(@Observes StartupEvent event, ConversionStream stream) {
        stream.start();
    }

    void stop(@Observes ShutdownEvent event, ConversionStream stream) {
        stream.close();
    }
}
