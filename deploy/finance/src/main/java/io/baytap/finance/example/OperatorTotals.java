package io.baytap.finance.example;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A whole consumer in one file, with kafka-clients, Apicurio's Avro deserialiser and nothing of Baytap: adds up what each
 * operator is owed per business day and currency, from what stands on settlements.posted.v1 now.
 *
 * <pre>java -cp 'finance.jar:lib/*' io.baytap.finance.example.OperatorTotals BROKER REGISTRY</pre>
 */
public final class OperatorTotals {

    private static final String TOPIC = "settlements.posted.v1";

    private OperatorTotals() {}

    /** Prints a line per operator, business day and currency: whole minor units, fields divided by tabs. */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            throw new IllegalArgumentException(
                    "BROKER and REGISTRY, like localhost:9092 http://localhost:8080/apis/registry/v3");
        }
        of(arguments[0], arguments[1]).forEach((account, minor) -> System.out.println(account + "\t" + minor));
    }

    /** Whole minor units by operator, business day and currency, divided by tabs. */
    static Map<String, Long> of(String broker, String registry) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                // Postings are written in transactions: an aborted one is no posting.
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                "apicurio.registry.url",
                registry);
        var values = new AvroKafkaDeserializer<GenericRecord>();
        values.configure(settings, false);
        try (values;
                var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
            return add(consumer);
        }
    }

    private static Map<String, Long> add(KafkaConsumer<String, GenericRecord> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, Long> totals = new TreeMap<>();
        // Delivery is at least once. A consumer that goes on for ever keeps these ids in its database, with its sums.
        Set<String> seen = new HashSet<>();
        while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
            for (ConsumerRecord<String, GenericRecord> record : consumer.poll(Duration.ofMillis(500))) {
                GenericRecord posted = record.value();
                if (seen.add(posted.get("eventId").toString())) {
                    totals.merge(account(posted), (Long) posted.get("fareMinor"), Math::addExact);
                }
            }
        }
        return totals;
    }

    private static String account(GenericRecord posted) {
        return posted.get("operatorId") + "\t" + day(posted.get("businessDay")) + "\t" + posted.get("fareCurrency");
    }

    /** Avro gives a date as days since 1970, or as a date, by its settings. */
    private static LocalDate day(Object date) {
        return date instanceof Integer days ? LocalDate.ofEpochDay(days) : (LocalDate) date;
    }
}
