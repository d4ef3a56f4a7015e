package io.baytap.bench;

import io.baytap.schemas.Topic;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** How far a consumer group has come with a topic, as the broker knows it. */
public final class GroupProgress implements AutoCloseable {

    private final Admin admin;
    private final Topic topic;

    public GroupProgress(String bootstrapServers, Topic topic) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.topic = topic;
    }

    /** Records whose transaction has ended well; none if nobody knows the group. */
    public long done(String group) {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(offset -> offset.getKey().topic().equals(topic.name()))
                    .mapToLong(offset -> offset.getValue().offset())
                    .sum();
        } catch (ExecutionException notYet) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
