package io.baytap.tap.messaging;

import io.baytap.schemas.Topic;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Brings the records of one reference topic to where they are kept.
 *
 * @param <R> the generated event
 * @param <T> the fact as the domain knows it
 */
final class ReferenceFeed<R extends SpecificRecord, T> {

    private final Topic topic;
    private final EventReader<R> reader;
    private final Mapping<R, T> mapping;
    private final ReferenceSink<T> sink;

    /** Makes the fact of an event. */
    interface Mapping<R, T> {
        /**
         * What the event says.
         *
         * @return null if the event says that no fact stands any more
         * @throws UnusableException if it holds nothing that can be worked with
         */
        @Nullable
        T toFact(R event) throws UnusableException;
    }

    /** An event that is well formed and yet of no use: a key that is none, for one. */
    static final class UnusableException extends Exception {
        UnusableException(String message) {
            super(message);
        }
    }

    ReferenceFeed(Topic topic, Class<R> type, SchemaLookup schemas, Mapping<R, T> mapping, ReferenceSink<T> sink) {
        this.topic = topic;
        this.reader = new EventReader<>(type, schemas);
        this.mapping = mapping;
        this.sink = sink;
    }

    Topic topic() {
        return topic;
    }

    int size() {
        return sink.size();
    }

    /** Why a record cannot be taken: a stable code, and words for a person. */
    record Problem(String reason, String detail) {}

    /**
     * Takes a record into the table.
     *
     * @return null if it was taken
     * @throws RegistryAwayException if that cannot be said now
     */
    @Nullable
    Problem take(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        byte[] keyBytes = record.key();
        if (keyBytes == null) {
            return new Problem("NO_KEY", "no key");
        }
        String key = new String(keyBytes, StandardCharsets.UTF_8);
        var at = new ReferenceSink.Position(record.partition(), record.offset());
        byte[] value = record.value();
        if (value == null) {
            sink.remove(key, at);
            return null;
        }
        return switch (reader.read(value)) {
            case Reading.Unreadable<R>(var cause, var detail) -> new Problem(cause.name(), detail);
            case Reading.Event<R>(var event) -> take(key, event, at);
        };
    }

    private @Nullable Problem take(String key, R event, ReferenceSink.Position at) {
        Schema.Field idField = Objects.requireNonNull(event.getSchema().getField(topic.key()));
        if (!key.equals(event.get(idField.pos()).toString())) {
            return new Problem("OTHER_KEY", "its key is not its " + topic.key());
        }
        try {
            T fact = mapping.toFact(event);
            if (fact == null) {
                sink.remove(key, at);
            } else {
                sink.put(key, fact, at);
            }
            return null;
        } catch (UnusableException e) {
            return new Problem("UNUSABLE", Objects.requireNonNull(e.getMessage()));
        }
    }
}
