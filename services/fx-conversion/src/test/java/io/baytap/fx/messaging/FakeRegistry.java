package io.baytap.fx.messaging;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** A registry in memory: the content id of a topic's schema is its place in the topic table, from 1. */
final class FakeRegistry implements SchemaRegistry {

    private final List<Topic> topics = Topics.events();
    private volatile boolean away;

    /** From now on it cannot be asked. */
    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    @Override
    public @Nullable Schema find(int contentId) {
        answer();
        return contentId >= 1 && contentId <= topics.size()
                ? topics.get(contentId - 1).schema()
                : null;
    }

    @Override
    public int contentId(Topic topic) {
        answer();
        return topics.indexOf(topic) + 1;
    }

    private void answer() {
        if (away) {
            throw new RegistryAway("away");
        }
    }
}
