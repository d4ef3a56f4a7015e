package io.baytap.wallet;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.schemas.wire.RegistryLookup;
import io.baytap.schemas.wire.RegistrySettings;
import io.baytap.wallet.clearing.PaymentFiles;
import io.baytap.wallet.domain.Batches;
import io.baytap.wallet.domain.BusinessClock;
import io.baytap.wallet.domain.Charges;
import io.baytap.wallet.domain.CutOff;
import io.baytap.wallet.domain.ExclusiveLock;
import io.baytap.wallet.domain.Leadership;
import io.baytap.wallet.domain.NetDebitCaps;
import io.baytap.wallet.domain.PaymentFile;
import io.baytap.wallet.domain.ProposalTime;
import io.baytap.wallet.domain.ReplayTime;
import io.baytap.wallet.domain.RetryTimes;
import io.baytap.wallet.domain.SchemeTerms;
import io.baytap.wallet.domain.Terms;
import io.baytap.wallet.domain.ValueDates;
import io.baytap.wallet.domain.reconciliation.DailyReconciliation;
import io.baytap.wallet.domain.reconciliation.Merchants;
import io.baytap.wallet.domain.reconciliation.Notices;
import io.baytap.wallet.domain.reconciliation.Reconciliations;
import io.baytap.wallet.leader.BatchCloser;
import io.baytap.wallet.leader.DatabaseLeadership;
import io.baytap.wallet.leader.DatabaseLock;
import io.baytap.wallet.leader.LeaseLeadership;
import io.baytap.wallet.leader.Reconciler;
import io.baytap.wallet.leader.ReconciliationRound;
import io.baytap.wallet.leader.StatementIntake;
import io.baytap.wallet.messaging.KafkaClients;
import io.baytap.wallet.provider.ChargeWorkers;
import io.baytap.wallet.provider.Providers;
import io.baytap.wallet.rest.Doors;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds what needs settings. */
@ApplicationScoped
class Wiring {

    private final WalletConfig config;

    Wiring(WalletConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    KafkaClients kafkaClients(
            @Identifier("default-kafka-broker") Map<String, Object> broker, Config settings, Vertx vertx) {
        return new KafkaClients(
                new KafkaClients.Settings(broker, config.instance(), config.batchMax(), config.linger()),
                new RegistryLookup(
                        RegistrySettings.read(name -> settings.getOptionalValue(name, String.class)), vertx));
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
    RetryTimes retryTimes() {
        var charging = config.charging();
        return new RetryTimes(charging.lease(), charging.retryFirst(), charging.retryMax());
    }

    @Produces
    @Singleton
    BusinessClock clock(ReplayTime replay) {
        return switch (config.clock()) {
            case SYSTEM -> () -> Optional.of(InstantSource.system().instant());
            case REPLAY -> replay::reached;
        };
    }

    @Produces
    @Singleton
    Doors.Policy doorPolicy() {
        return switch (config.access()) {
            case ROLES -> Doors.Policy.ROLES;
            case OPEN -> Doors.Policy.OPEN;
        };
    }

    /** People's time: proposals expire by it, whatever day the line replays. */
    @Produces
    @Singleton
    InstantSource peoplesTime() {
        // To the microsecond, as the database keeps it.
        return () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Produces
    @Singleton
    ProposalTime proposalTime() {
        return new ProposalTime(config.proposalMax());
    }

    @Produces
    @Singleton
    ExclusiveLock lock(DataSource database) {
        return new DatabaseLock(database);
    }

    @Produces
    @Singleton
    Leadership leadership(Terms terms, Instance<KubernetesClient> kubernetes) {
        return switch (config.leader()) {
            case DATABASE ->
                new DatabaseLeadership(terms, config.instance(), config.lease().duration());
            case LEASE -> lease(kubernetes.get(), terms);
        };
    }

    @Produces
    @Singleton
    BatchCloser batchCloser(Leadership leadership, Batches batches, BusinessClock clock) {
        return new BatchCloser(leadership, batches, clock, ClearingSetUp.cutOffs(config));
    }

    @Produces
    @Singleton
    ValueDates valueDates() {
        return ClearingSetUp.valueDates(config);
    }

    @Produces
    @Singleton
    PaymentFile paymentFile(ValueDates valueDates) {
        return new PaymentFiles(ClearingSetUp.accounts(config), valueDates);
    }

    @Produces
    @Singleton
    Providers providers(ObjectMapper json, Vertx vertx, MeterRegistry metrics, TapTraces traces) {
        return ProviderSetUp.of(config, json, vertx, metrics, traces);
    }

    @Produces
    @Singleton
    SchemeTerms schemeTerms() {
        return ProviderSetUp.terms(config);
    }

    @Produces
    @Singleton
    ChargeWorkers chargeWorkers(Providers providers, Charges charges, BusinessClock clock, MeterRegistry metrics) {
        return new ChargeWorkers(providers, charges, clock, config.charging().inFlightMax(), config.linger(), metrics);
    }

    @Produces
    @Singleton
    NetDebitCaps netDebitCaps() {
        return ReconciliationSetUp.caps(config);
    }

    @Produces
    @Singleton
    Merchants merchants() {
        return ReconciliationSetUp.merchants(config);
    }

    @Produces
    @Singleton
    DailyReconciliation reconciler(
            Providers providers, ObjectMapper json, Reconciliations reconciliations, Notices notices) {
        var intake = new StatementIntake(
                ReconciliationSetUp.sources(config, providers, json),
                ReconciliationSetUp.notices(config),
                reconciliations,
                notices,
                ClearingSetUp.valueDates(config));
        return new Reconciler(intake, reconciliations);
    }

    @Produces
    @Singleton
    ReconciliationRound reconciliationRound(
            Leadership leadership,
            DailyReconciliation reconciler,
            Reconciliations reconciliations,
            BusinessClock clock) {
        return new ReconciliationRound(
                leadership,
                reconciler,
                reconciliations,
                clock,
                new CutOff(config.reconciliation().due()),
                config.reconciliation().askAgain());
    }

    private LeaseLeadership lease(KubernetesClient kubernetes, Terms terms) {
        var settings = config.lease();
        String namespace = settings.namespace().orElseGet(kubernetes::getNamespace);
        return new LeaseLeadership(
                kubernetes,
                new LeaseLeadership.Lease(namespace, settings.name(), config.instance(), settings.duration()),
                terms);
    }
}
