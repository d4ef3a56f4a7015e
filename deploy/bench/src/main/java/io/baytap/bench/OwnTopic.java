package io.baytap.bench;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Topics of this module's own, split as the line's. */
public final class OwnTopic {

    private OwnTopic() {}

    /** Makes one. */
    public static Topic create(String bootstrapServers, String name) throws ExecutionException, InterruptedException {
        Topic like = Topics.TAPS_ACCEPTED;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var topic = new NewTopic(name, like.partitions(), (short) 1);
            admin.createTopics(List.of(topic)).all().get();
        }
        return new Topic(name, like.key(), like.value(), like.partitions(), like.retention(), List.of());
    }
}
