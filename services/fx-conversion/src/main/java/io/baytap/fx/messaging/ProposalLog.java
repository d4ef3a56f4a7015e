package io.baytap.fx.messaging;

import io.baytap.fx.domain.Proposal;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fx.v1.RateProposal;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.SchemaLookup;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The proposals as they now stand: the compacted topic, read from its beginning to its end each time. They are few and
 * asked for seldom, and so no replica has an older view than another.
 */
final class ProposalLog {

    private static final Logger LOG = Logger.getLogger(ProposalLog.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.FX_PROPOSALS.name(), 0);
    private static final Duration READ_MAX = Duration.ofSeconds(10);
    private static final Duration POLL_MAX = Duration.ofMillis(200);

    private final Map<String, Object> settings;
    private final SchemaLookup registry;

    ProposalLog(Map<String, Object> broker, SchemaLookup registry) {
        this.settings = new HashMap<>(broker);
        this.registry = registry;
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) READ_MAX.toMillis());
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) READ_MAX.toMillis() / 2);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    /** @throws org.apache.kafka.common.KafkaException if the topic cannot be read now */
    List<Proposal> read() {
        Map<String, Proposal> byId = new LinkedHashMap<>();
        var reader = new EventReader<>(RateProposal.class, registry);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            long deadline = System.nanoTime() + READ_MAX.toNanos();
            while (consumer.position(PARTITION) < end) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("the proposals could not be read to their end");
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL_MAX)) {
                    Proposal proposal = read(reader, record);
                    if (proposal != null) {
                        byId.put(proposal.id(), proposal);
                    }
                }
            }
        }
        return List.copyOf(byId.values());
    }

    private static @Nullable Proposal read(EventReader<RateProposal> reader, ConsumerRecord<byte[], byte[]> record) {
        String reason;
        switch (reader.read(record.value())) {
            case Reading.Event<RateProposal>(RateProposal event) -> {
                try {
                    return ProposalMapper.toProposal(event);
                } catch (IllegalArgumentException e) {
                    reason = e.getMessage();
                }
            }
            case Reading.Unreadable<RateProposal>(Reading.Cause cause, String detail) -> reason = cause + " " + detail;
        }
        LOG.warnf("the record at offset %d of the proposals is passed over: %s", record.offset(), reason);
        return null;
    }
}
