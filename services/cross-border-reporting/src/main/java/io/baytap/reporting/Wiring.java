package io.baytap.reporting;

import io.baytap.reporting.ReportingConfig.Access;
import io.baytap.reporting.access.AccessPolicy;
import io.baytap.reporting.domain.live.SilenceRule;
import io.baytap.reporting.domain.opendata.PublicationRules;
import io.baytap.reporting.domain.report.DueReport;
import io.baytap.reporting.domain.report.DueReports;
import io.baytap.reporting.domain.report.HandedInReports;
import io.baytap.reporting.domain.report.KnownOperators;
import io.baytap.reporting.domain.report.RecordCodes;
import io.baytap.reporting.domain.report.ReportKind;
import io.baytap.reporting.domain.report.ReportSource;
import io.baytap.reporting.domain.report.ReportsAtOnce;
import io.baytap.reporting.domain.trace.KeptEvents;
import io.baytap.reporting.domain.trace.Trace;
import io.baytap.reporting.domain.trace.TraceDays;
import io.baytap.reporting.messaging.AvroSteps;
import io.baytap.reporting.messaging.GroupProgress;
import io.baytap.reporting.messaging.KafkaPulse;
import io.baytap.reporting.messaging.LineCommits;
import io.baytap.reporting.messaging.Patience;
import io.baytap.reporting.messaging.Stage;
import io.baytap.reporting.rest.OpenDataTerms;
import io.baytap.reporting.rest.ReportLimits;
import io.baytap.schemas.Topics;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.schemas.wire.RegistryLookup;
import io.baytap.schemas.wire.RegistrySettings;
import io.baytap.schemas.wire.SchemaLookup;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds the plain classes from the settings. */
@ApplicationScoped
class Wiring {

    @Produces
    @Singleton
    SchemaLookup schemas(Config settings, Vertx vertx) {
        return new RegistryLookup(RegistrySettings.read(name -> settings.getOptionalValue(name, String.class)), vertx);
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
    TraceDays traceDays(ReportingConfig config) {
        return new TraceDays(config.traceDays());
    }

    @Produces
    @Singleton
    Trace trace(KeptEvents events, SchemaLookup schemas) {
        return new Trace(events, new AvroSteps(schemas, Topics.events()));
    }

    @Produces
    @Singleton
    Patience patience(ReportingConfig config) {
        return new Patience(config.retryDelayMin(), config.retryDelayMax());
    }

    /** Each consumer's own. */
    @Produces
    LineCommits lineCommits(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String service,
            ReportingConfig config) {
        Map<String, Object> settings = new HashMap<>(broker);
        // Everybody's own id: what keeps two owners of a partition apart is the group's generation, not this.
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service + "-" + UUID.randomUUID());
        int timeoutMillis = Math.toIntExact(config.transactionTimeout().toMillis());
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, timeoutMillis);
        // A step that takes longer than the whole transaction may is not worth waiting for.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeoutMillis);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        return new LineCommits(
                () -> new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    @Produces
    @Singleton
    InstantSource time() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    AccessPolicy accessPolicy(ReportingConfig config) {
        return accessPolicy(config, ConfigUtils.isProfileActive("prod"));
    }

    static AccessPolicy accessPolicy(ReportingConfig config, boolean production) {
        boolean open = config.access() == Access.OPEN;
        if (open && production && !config.openAccessAllowed()) {
            throw new IllegalArgumentException(
                    "reporting.access is open in the profile prod, and reporting.open-access-allowed is not true");
        }
        if (!config.sessionMax().isPositive()) {
            throw new IllegalArgumentException("reporting.session-max is not positive: " + config.sessionMax());
        }
        return new AccessPolicy(open, config.operatorClaim(), config.sessionMax());
    }

    @Produces
    @Singleton
    RecordCodes recordCodes(ReportingConfig config) {
        return new RecordCodes(config.codes().transaction(), config.codes().channel());
    }

    @Produces
    @Singleton
    ReportLimits reportLimits(ReportingConfig config) {
        return new ReportLimits(config.rangeDaysMax(), config.listedDaysMax(), config.listedBreaksMax());
    }

    /** More than the database has connections for stops the start. */
    @Produces
    @Singleton
    @Startup
    ReportsAtOnce reportsAtOnce(
            ReportingConfig config, @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connectionsMax) {
        return ReportsAtOnce.of(config.reportsAtOnceMax(), connectionsMax);
    }

    @Produces
    @Singleton
    KnownOperators knownOperators(ReportingConfig config, ReportSource source) {
        return new KnownOperators(config.operators().orElse(Set.of()), source);
    }

    /** A report that there is not stops the start. */
    @Produces
    @Singleton
    @Startup
    DueReports dueReports(ReportingConfig config, HandedInReports handedIn) {
        return new DueReports(
                config.due().entrySet().stream()
                        .map(entry -> new DueReport(
                                ReportKind.find(entry.getKey())
                                        .orElseThrow(() -> new IllegalArgumentException(
                                                "reporting.due." + entry.getKey() + ": no such report")),
                                entry.getValue().period(),
                                entry.getValue().days(),
                                entry.getValue().from()))
                        .toList(),
                handedIn);
    }

    @Produces
    @Singleton
    PublicationRules publicationRules(ReportingConfig config) {
        var open = config.openData();
        return new PublicationRules(open.threshold(), open.settle(), open.by());
    }

    @Produces
    @Singleton
    OpenDataTerms openDataTerms(ReportingConfig config) {
        return new OpenDataTerms(config.openData().licence());
    }

    @Produces
    @Singleton
    SilenceRule silenceRule(ReportingConfig config) {
        return new SilenceRule(config.gateSilentAfter(), config.gateHeardDays());
    }

    @Produces
    @Singleton
    KafkaPulse pulse(@Identifier("default-kafka-broker") Map<String, Object> broker, InstantSource time) {
        return new KafkaPulse(broker, Stage.line(), time.instant());
    }

    @Produces
    @Singleton
    GroupProgress groupProgress(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "mp.messaging.incoming.line.group.id") String group) {
        return new GroupProgress(broker, group, Topics.FARES_ASSESSED.name());
    }
}
