package io.baytap.reporting.messaging;

import io.baytap.reporting.domain.Observation;
import io.baytap.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what was polled: what can be counted, and what has to be parked. */
public final class LineReader {

    private final EventDecoder decoder;
    private final Map<String, Topic> topics;

    public LineReader(RegistrySchemas schemas, List<Topic> topics) {
        this((WriterSchemas) schemas, topics);
    }

    LineReader(WriterSchemas schemas, List<Topic> topics) {
        this.decoder = new EventDecoder(schemas);
        this.topics = topics.stream().collect(Collectors.toUnmodifiableMap(Topic::name, Function.identity()));
    }

    /** @throws RegistryAway if a schema cannot be looked up now; nothing is lost by reading again */
    Read read(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<Observation> observations = new ArrayList<>();
        List<ParkedRecord> parked = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Topic topic = topicOf(record);
            try {
                observations.add(ObservationMapper.toObservation(decoder.decode(topic.schema(), record.value())));
            } catch (Poison poison) {
                parked.add(new ParkedRecord(record, topic, poison.reason()));
            }
        }
        return new Read(List.copyOf(observations), List.copyOf(parked));
    }

    private Topic topicOf(ConsumerRecord<byte[], byte[]> record) {
        Topic topic = topics.get(record.topic());
        if (topic == null) {
            throw new IllegalStateException("not a topic of this service: " + record.topic());
        }
        return topic;
    }

    record Read(List<Observation> observations, List<ParkedRecord> parked) {}
}
