package io.baytap.wallet.messaging;

import io.baytap.schemas.Topic;
import io.baytap.schemas.wire.DeadLetter;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/**
 * Reads the records of one topic; parks those that this service cannot use. Not safe for several threads.
 *
 * @param <E> the generated event
 * @param <T> what the event says, as the domain knows it
 */
final class Intake<E extends SpecificRecord, T> {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Topic topic;
    private final EventReader<E> events;
    private final Mapping<E, T> mapping;
    private final MeterRegistry metrics;

    interface Mapping<E, T> {
        T toFact(E event) throws UnusableException;
    }

    /** An event that is well formed and yet of no use. */
    static final class UnusableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;
        private final String detail;

        /**
         * Says why.
         *
         * @param reason a stable code
         * @param detail for a person; holds nothing of the record's content
         */
        UnusableException(String reason, String detail) {
            super(reason);
            this.reason = reason;
            this.detail = detail;
        }
    }

    /** The facts in the order of their records, and the dead letters of the others. */
    record Taken<T>(
            SequencedMap<ConsumerRecord<byte[], byte[]>, T> facts, List<ProducerRecord<byte[], byte[]>> parked) {}

    Intake(Topic topic, Class<E> type, SchemaLookup schemas, Mapping<E, T> mapping, MeterRegistry metrics) {
        this.topic = topic;
        this.events = new EventReader<>(type, schemas);
        this.mapping = mapping;
        this.metrics = metrics;
    }

    /** @throws RegistryAwayException an outage, and no record's fault: all of them have to come again */
    Taken<T> take(List<ConsumerRecord<byte[], byte[]>> records) {
        SequencedMap<ConsumerRecord<byte[], byte[]>, T> facts = new LinkedHashMap<>();
        List<ProducerRecord<byte[], byte[]>> parked = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                switch (events.read(record.value())) {
                    case Reading.Event<E>(var event) -> facts.put(record, mapping.toFact(event));
                    case Reading.Unreadable<E>(var cause, var detail) -> parked.add(park(record, cause.name(), detail));
                }
            } catch (UnusableException e) {
                parked.add(park(record, e.reason, e.detail));
            }
        }
        return new Taken<>(facts, parked);
    }

    ProducerRecord<byte[], byte[]> park(ConsumerRecord<byte[], byte[]> record, String reason, String detail) {
        LOG.warnf("parked %s-%d@%d: %s, %s", record.topic(), record.partition(), record.offset(), reason, detail);
        metrics.counter("wallet.records.parked", "topic", record.topic(), "reason", reason)
                .increment();
        return DeadLetter.of(record, topic, KafkaClients.SERVICE, reason, detail);
    }
}
