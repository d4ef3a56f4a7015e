package io.baytap.fx.messaging;

import io.baytap.fx.domain.Proposal;
import io.baytap.fx.domain.Proposals;
import io.baytap.fx.domain.Rate;
import io.baytap.fx.domain.RatePublisher.NotStored;
import io.baytap.fx.domain.RefusedRate;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fx.v1.FxRate;
import io.baytap.schemas.fx.v1.RateProposal;
import io.baytap.schemas.rates.v1.RateRefused;
import io.baytap.schemas.wire.EventWriter;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Proposals in their compacted topic. A change is a Kafka transaction under one transactional id for all replicas: whoever
 * begins fences whoever has begun before, then reads to the end and decides. So of two decisions at once one is stored and
 * the other is told to try again, and rates are never published without the approval, nor the approval without them.
 */
public final class ProposalTopic implements Proposals {

    private static final String TRANSACTIONAL_ID = ConversionTopology.SERVICE + "-desk";
    private static final Duration STORE_MAX = Duration.ofSeconds(10);

    private final Map<String, Object> settings;
    private final ProposalLog log;
    private final EventWriter<RateProposal> proposals;
    private final EventWriter<FxRate> rates;
    private final EventWriter<RateRefused> refusals;

    /** @param broker how to reach Kafka */
    public ProposalTopic(Map<String, Object> broker, SchemaLookup registry) {
        this.settings = new HashMap<>(broker);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) STORE_MAX.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) STORE_MAX.toMillis() / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) STORE_MAX.toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, STORE_MAX.toMillis());
        this.log = new ProposalLog(broker, registry);
        this.proposals = new EventWriter<>(Topics.FX_PROPOSALS, RateProposal.class, registry);
        this.rates = new EventWriter<>(Topics.FX_RATES, FxRate.class, registry);
        this.refusals = new EventWriter<>(Topics.RATES_REFUSED, RateRefused.class, registry);
    }

    @Override
    public List<Proposal> all() {
        try {
            return log.read();
        } catch (KafkaException | RegistryAwayException e) {
            throw new NotStored(e);
        }
    }

    @Override
    public synchronized <T> T change(Function<List<Proposal>, Change<T>> step) {
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            Change<T> change = step.apply(log.read());
            write(producer, change);
            return change.outcome();
        } catch (KafkaException | RegistryAwayException e) {
            throw new NotStored(e);
        } finally {
            // Aborts what was not committed.
            producer.close(Duration.ofSeconds(2));
        }
    }

    private void write(Producer<byte[], byte[]> producer, Change<?> change) {
        if (change.proposals().isEmpty()
                && change.rates().accepted().isEmpty()
                && change.rates().refused().isEmpty()) {
            return;
        }
        producer.beginTransaction();
        for (Proposal proposal : change.proposals()) {
            var _ = producer.send(proposals.record(proposal.id(), ProposalMapper.toEvent(proposal)));
        }
        for (Rate rate : change.rates().accepted()) {
            var _ = producer.send(rates.record(rate.id(), RateMapper.toEvent(rate)));
        }
        for (RefusedRate refused : change.rates().refused()) {
            var _ = producer.send(refusals.record(refused.rate().id(), RateMapper.toEvent(refused)));
        }
        // Throws what any of the sends met.
        producer.commitTransaction();
    }
}
