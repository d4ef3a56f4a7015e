package io.baytap.fx.messaging;

import io.baytap.fx.domain.Rate;
import io.baytap.fx.domain.RatePublisher;
import io.baytap.fx.domain.RefusedRate;
import io.baytap.fx.domain.Sifting;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fx.v1.FxRate;
import io.baytap.schemas.rates.v1.RateRefused;
import io.baytap.schemas.wire.EventWriter;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics of accepted and of refused rates, for writing: the latest record of a rate's id is the rate. */
public final class RateTopic implements RatePublisher, AutoCloseable {

    /** An uploader waits for the answer: it is told to come again rather than kept. */
    private static final Duration DELIVERY_MAX = Duration.ofSeconds(10);

    private final Producer<byte[], byte[]> producer;
    private final EventWriter<FxRate> rates;
    private final EventWriter<RateRefused> refusals;

    /** @param broker how to reach Kafka */
    public RateTopic(Map<String, Object> broker, SchemaLookup registry) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) DELIVERY_MAX.toMillis() / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY_MAX.toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_MAX.toMillis());
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.rates = new EventWriter<>(Topics.FX_RATES, FxRate.class, registry);
        this.refusals = new EventWriter<>(Topics.RATES_REFUSED, RateRefused.class, registry);
    }

    @Override
    public void publish(Sifting sifting) {
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Rate rate : sifting.accepted()) {
                sent.add(producer.send(rates.record(rate.id(), RateMapper.toEvent(rate))));
            }
            for (RefusedRate refused : sifting.refused()) {
                sent.add(producer.send(refusals.record(refused.rate().id(), RateMapper.toEvent(refused))));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException | KafkaException | RegistryAwayException e) {
            throw new NotStored(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotStored(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
