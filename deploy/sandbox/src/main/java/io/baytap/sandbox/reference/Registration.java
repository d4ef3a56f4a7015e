package io.baytap.sandbox.reference;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.baytap.sandbox.day.ExpectedRider;
import io.baytap.sandbox.day.PlannedGate;
import io.baytap.sandbox.gates.CodeIssuer;
import io.baytap.sandbox.gates.SigningKey;
import io.baytap.sandbox.provider.Behaviour;
import io.baytap.sandbox.provider.Scheme;
import io.baytap.sandbox.published.PublishedRoute;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.schemas.network.v1.Gate;
import io.baytap.schemas.network.v1.GateStatus;
import io.baytap.schemas.network.v1.Route;
import io.baytap.schemas.network.v1.TransportMode;
import io.baytap.schemas.wallets.v1.Contract;
import io.baytap.schemas.wallets.v1.Issuer;
import io.baytap.schemas.wallets.v1.WalletScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes to the reference topics. Every method returns when Kafka has acknowledged all of it. */
public final class Registration implements AutoCloseable {

    private final KafkaProducer<String, SpecificRecord> producer;
    private final Instant occurredAt;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** Connects; {@code occurredAt} is when the operators published all this: before the day. */
    public Registration(String kafka, String registryUrl, Instant occurredAt) {
        this.occurredAt = occurredAt;
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                kafka,
                "acks",
                "all",
                "linger.ms",
                20,
                "apicurio.registry.url",
                registryUrl,
                "apicurio.registry.auto-register",
                false,
                "apicurio.registry.find-latest",
                true);
        var values = new AvroKafkaSerializer<SpecificRecord>();
        values.configure(config, false);
        producer = new KafkaProducer<>(config, new StringSerializer(), values);
    }

    /** All routes, not only those of the day. */
    public void routes(List<PublishedRoute> routes) throws IOException {
        for (PublishedRoute route : routes) {
            String eventId = "route:" + route.routeId() + ":" + micros();
            publish(
                    Topics.NETWORK_ROUTES,
                    route.routeId(),
                    new Route(
                            eventId,
                            occurredAt,
                            route.routeId(),
                            route.operatorId(),
                            TransportMode.valueOf(route.mode()),
                            route.stopIds()));
        }
        flush();
    }

    /** Who signs rider codes. */
    public void issuers() throws IOException {
        for (Scheme scheme : Scheme.values()) {
            CodeIssuer issuer = CodeIssuer.of(scheme);
            String eventId = "issuer:" + issuer.issuerId() + ":" + micros();
            publish(
                    Topics.WALLETS_ISSUERS,
                    issuer.issuerId(),
                    new Issuer(
                            eventId,
                            occurredAt,
                            issuer.issuerId(),
                            WalletScheme.valueOf(scheme.name()),
                            ByteBuffer.wrap(issuer.key().publicKey())));
        }
        flush();
    }

    /** In the order given. */
    public void gates(List<PlannedGate> gates) throws IOException {
        for (PlannedGate gate : gates) {
            String eventId = "gate:" + gate.gateId() + ":" + micros();
            publish(
                    Topics.NETWORK_GATES,
                    gate.gateId(),
                    new Gate(
                            eventId,
                            occurredAt,
                            gate.gateId(),
                            gate.operatorId(),
                            TransportMode.valueOf(gate.mode()),
                            gate.routeId(),
                            gate.stopId(),
                            gate.deck(),
                            ByteBuffer.wrap(
                                    SigningKey.of("gate " + gate.gateId()).publicKey()),
                            gate.active() ? GateStatus.ACTIVE : GateStatus.SUSPENDED,
                            null,
                            null,
                            null));
        }
        flush();
    }

    /**
     * Signs every rider's contract at the provider and tells it how to behave. The line is told of the contract under the rider's
     * pseudonym.
     */
    public void contracts(URI provider, List<ExpectedRider> riders) throws IOException, InterruptedException {
        Map<String, String> riderIds =
                riders.stream().collect(Collectors.toMap(ExpectedRider::contractId, ExpectedRider::riderId));
        try (var desk = new ProviderDesk(provider)) {
            for (Scheme scheme : Scheme.values()) {
                List<String> accounts = riders.stream()
                        .filter(rider -> rider.scheme().equals(scheme.name()))
                        .map(ExpectedRider::account)
                        .toList();
                for (JsonNode signed : desk.sign(scheme, accounts)) {
                    String contractId = signed.path("contract_id").asText();
                    publish(scheme, requireNonNull(riderIds.get(contractId), contractId), signed);
                }
            }
            for (ExpectedRider rider : riders) {
                if (rider.behaviour() != Behaviour.NORMAL) {
                    desk.behave(rider.contractId(), rider.behaviour());
                }
            }
        }
        flush();
    }

    /** Tells the provider what foreign cards pay for one of each currency, in USD times 10^8. */
    public void cardRates(URI provider, Map<String, Long> rates) throws IOException, InterruptedException {
        try (var desk = new ProviderDesk(provider)) {
            desk.cardRates(rates);
        }
    }

    private void publish(Scheme scheme, String riderId, JsonNode signed) {
        String contractId = signed.path("contract_id").asText();
        publish(
                Topics.WALLETS_CONTRACTS,
                riderId,
                new Contract(
                        "contract:" + contractId,
                        OffsetDateTime.parse(signed.path("signed_time").asText())
                                .toInstant(),
                        riderId,
                        WalletScheme.valueOf(scheme.name()),
                        contractId,
                        scheme.currency()));
    }

    private long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, occurredAt);
    }

    private void publish(Topic topic, String key, SpecificRecord value) {
        var _ = producer.send(new ProducerRecord<>(topic.name(), key, value), (_, exception) -> {
            if (exception != null) {
                failure.compareAndSet(null, exception);
            }
        });
    }

    private void flush() throws IOException {
        producer.flush();
        Exception first = failure.get();
        if (first != null) {
            throw new IOException("Kafka refused reference data", first);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
