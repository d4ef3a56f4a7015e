package io.baytap.wallet.messaging;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What is done with the records of one poll. */
interface RecordHandler {

    /**
     * Stores what the records say, all or nothing, so that the same records may come again; then returns what they
     * imply. An exception means an outage: they will come again.
     */
    List<ProducerRecord<byte[], byte[]>> handle(List<ConsumerRecord<byte[], byte[]>> records);
}
