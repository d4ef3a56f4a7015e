package io.baytap.operations;

import io.baytap.schemas.wire.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts the letters of one topic back. Each record goes out with a mark among the letters, in one Kafka transaction: there are both or
 * neither. Whoever begins later fences who began before, so what is marked when this one begins is all that was put back.
 */
final class PutBack implements AutoCloseable {

    private static final int TRANSACTION_MAX = 500;

    /** The broker has a limit of its own, of the records as they are compressed. */
    private static final int REQUEST_BYTES_MAX = 16 << 20;

    private final KafkaProducer<byte[], byte[]> producer;
    private final Consumer<Letter> done;
    private final List<Letter> open = new ArrayList<>();

    /**
     * Fences and ends whatever an earlier one left open.
     *
     * @param letters the topic of dead letters
     * @param done told of each letter when its transaction is committed
     */
    PutBack(Map<String, Object> client, String letters, Consumer<Letter> done) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId(letters));
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, REQUEST_BYTES_MAX);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.done = done;
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close();
            throw e;
        }
    }

    static String transactionalId(String letters) {
        return "dead-letters-" + letters;
    }

    /** Key, value, headers and partition as they were; the records of a partition in the order in which they come here. */
    void put(ConsumerRecord<byte[], byte[]> record, Letter letter) {
        Origin origin = Origin.find(record.headers());
        if (origin == null || letter.state() != Letter.State.PARKED) {
            throw new IllegalArgumentException("not to be put back: " + letter);
        }
        if (open.isEmpty()) {
            producer.beginTransaction();
        }
        var _ = producer.send(new ProducerRecord<>(
                origin.topic(),
                origin.partition(),
                record.key(),
                record.value(),
                DeadLetter.original(record.headers())));
        var _ = producer.send(mark(record, origin));
        open.add(letter);
        if (open.size() == TRANSACTION_MAX) {
            commit();
        }
    }

    /** Ends the open transaction, if there is one. */
    void commit() {
        if (!open.isEmpty()) {
            producer.commitTransaction();
            open.forEach(done);
            open.clear();
        }
    }

    private static ProducerRecord<byte[], byte[]> mark(ConsumerRecord<byte[], byte[]> letter, Origin origin) {
        var mark = new ProducerRecord<byte[], byte[]>(letter.topic(), letter.partition(), null, null);
        mark.headers()
                .add(DeadLetter.TOPIC, bytes(origin.topic()))
                .add(DeadLetter.PARTITION, bytes(Integer.toString(origin.partition())))
                .add(DeadLetter.OFFSET, bytes(Long.toString(origin.offset())))
                .add(DeadLetter.PUT_BACK, bytes(Long.toString(letter.offset())));
        return mark;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A transaction that was not committed is aborted by the next one that begins, or by the broker. */
    @Override
    public void close() {
        producer.close();
    }
}
