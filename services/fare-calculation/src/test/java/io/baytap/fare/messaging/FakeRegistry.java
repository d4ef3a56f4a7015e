package io.baytap.fare.messaging;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** A registry in memory: the content id of a topic's schema is its place in the topic table, from 1. */
final class FakeRegistry implements SchemaLookup {

    private final List<Topic> topics = Topics.events();
    private final Set<Integer> asked = new HashSet<>();
    private boolean away;

    /** From now on it cannot be asked. */
    void goAway() {
        away = true;
    }

    /** As if it had never been asked. */
    void forget() {
        asked.clear();
    }

    void comeBack() {
        away = false;
    }

    @Override
    public @Nullable Schema find(int contentId) {
        answer(contentId);
        return contentId >= 1 && contentId <= topics.size()
                ? topics.get(contentId - 1).schema()
                : null;
    }

    @Override
    public int contentId(Topic topic) {
        int contentId = topics.indexOf(topic) + 1;
        answer(contentId);
        return contentId;
    }

    /** What was asked before is known, as it is of the real one. */
    private void answer(int contentId) {
        if (!away) {
            asked.add(contentId);
        } else if (!asked.contains(contentId)) {
            throw new RegistryAwayException("away");
        }
    }
}
