package io.baytap.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * One row of the {@link Topics} table.
 *
 * @param key the field of the value that is also the record's key, as UTF-8 text
 * @param value the event on it; null where the bytes could not be read (dead letters)
 * @param retention how long a record is kept; null if the topic is compacted: the latest record per key is kept for ever
 * @param consumers the services that read it; each has a dead-letter topic of its own
 */
public record Topic(
        String name,
        String key,
        @Nullable Class<? extends SpecificRecord> value,
        int partitions,
        @Nullable Duration retention,
        List<String> consumers) {

    /** Where a consumer parks the records of this topic that it cannot read. */
    public String deadLetters(String consumer) {
        if (!consumers.contains(consumer)) {
            throw new IllegalArgumentException(consumer + " is not a consumer of " + name);
        }
        return name + "." + consumer + ".dlq";
    }

    /** The schema that producers of this topic write. */
    public Schema schema() {
        if (value == null) {
            throw new IllegalStateException(name + " holds records as they came, without a schema");
        }
        return SpecificData.get().getSchema(value);
    }

    /** The topic as a broker is asked to create it. */
    public NewTopic toNewTopic(short replication) {
        Map<String, String> settings = retention == null
                ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                : Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        return new NewTopic(name, partitions, replication).configs(settings);
    }
}
