package io.baytap.reporting.messaging;

import io.baytap.reporting.domain.LineEvent;
import io.baytap.reporting.messaging.Fields.OutOfRangeException;
import io.baytap.schemas.Topic;
import io.baytap.schemas.wire.DeadLetter;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Reads what was polled: what can be counted, and what has to be parked. Not safe for several threads. */
final class LineReader {

    static final String SERVICE = "cross-border-reporting";

    private final Map<String, Source> sources = new HashMap<>();

    private record Source(Topic topic, EventReader<? extends SpecificRecord> events) {}

    /** @param topics all of the line; this service's own are read */
    LineReader(SchemaLookup schemas, List<Topic> topics) {
        for (Topic topic : topics) {
            if (topic.consumers().contains(SERVICE)) {
                var type = Objects.requireNonNull(topic.value());
                sources.put(topic.name(), new Source(topic, new EventReader<>(type, schemas)));
            }
        }
    }

    /** @throws RegistryAwayException if a schema cannot be looked up now; nothing is lost by reading again */
    Read read(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<LineEvent> events = new ArrayList<>();
        List<Parked> parked = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Source source = sourceOf(record);
            try {
                switch (source.events().read(record.value())) {
                    case Reading.Event<? extends SpecificRecord> read ->
                        events.add(ObservationMapper.toEvent(source.topic(), read.event(), record.value()));
                    case Reading.Unreadable<?>(var cause, var detail) ->
                        parked.add(Parked.of(record, source.topic(), cause.name(), detail));
                }
            } catch (OutOfRangeException e) {
                parked.add(Parked.of(
                        record, source.topic(), "OUT_OF_RANGE " + e.field(), "no report holds such a " + e.field()));
            }
        }
        return new Read(List.copyOf(events), List.copyOf(parked));
    }

    private Source sourceOf(ConsumerRecord<byte[], byte[]> record) {
        Source source = sources.get(record.topic());
        if (source == null) {
            throw new IllegalStateException("not a topic of this service: " + record.topic());
        }
        return source;
    }

    record Read(List<LineEvent> events, List<Parked> parked) {}

    record Parked(ConsumerRecord<byte[], byte[]> record, String reason, ProducerRecord<byte[], byte[]> deadLetter) {

        private static Parked of(ConsumerRecord<byte[], byte[]> record, Topic topic, String reason, String detail) {
            return new Parked(record, reason, DeadLetter.of(record, topic, SERVICE, reason, detail));
        }
    }
}
