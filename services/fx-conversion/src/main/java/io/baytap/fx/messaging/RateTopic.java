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
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topics of accepted and of refused rates, for writing what was pulled: the latest record of a rate's id is the rate. All
 * replicas write under one transactional id, so Kafka knows whose term is the latest and refuses the others.
 */
public final class RateTopic implements RatePublisher {

    private static final String TRANSACTIONAL_ID = ConversionTopology.SERVICE + "-fetch";
    private static final Duration STORE_MAX = Duration.ofSeconds(10);

    private final Map<String, Object> settings;
    private final EventWriter<FxRate> rates;
    private final EventWriter<RateRefused> refusals;

    /** @param broker how to reach Kafka */
    public RateTopic(Map<String, Object> broker, SchemaLookup registry) {
        this.settings = new HashMap<>(broker);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        // Also how long a leader that is paused while it writes can keep others from reading on.
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) STORE_MAX.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) STORE_MAX.toMillis() / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) STORE_MAX.toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, STORE_MAX.toMillis());
        this.rates = new EventWriter<>(Topics.FX_RATES, FxRate.class, registry);
        this.refusals = new EventWriter<>(Topics.RATES_REFUSED, RateRefused.class, registry);
    }

    @Override
    public Term begin() {
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return new FencedTerm(producer);
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw new NotStored(e);
        }
    }

    /** Over as soon as another producer begins under the same id. */
    private final class FencedTerm implements Term {

        private final Producer<byte[], byte[]> producer;

        FencedTerm(Producer<byte[], byte[]> producer) {
            this.producer = producer;
        }

        @Override
        public void publish(Sifting sifting) {
            try {
                producer.beginTransaction();
                for (Rate rate : sifting.accepted()) {
                    var _ = producer.send(rates.record(rate.id(), RateMapper.toEvent(rate)));
                }
                for (RefusedRate refused : sifting.refused()) {
                    var _ = producer.send(refusals.record(refused.rate().id(), RateMapper.toEvent(refused)));
                }
                // Throws what any of the sends met.
                producer.commitTransaction();
            } catch (KafkaException | RegistryAwayException e) {
                throw new NotStored(e);
            }
        }

        /** Aborts what was not committed. */
        @Override
        public void close() {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
