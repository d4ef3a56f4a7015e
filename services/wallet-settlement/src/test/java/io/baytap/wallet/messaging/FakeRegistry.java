package io.baytap.wallet.messaging;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** A registry in memory: the content id of a topic's schema is its place in the topic table. */
record FakeRegistry(boolean away) implements SchemaLookup {

    @Override
    public @Nullable Schema find(int contentId) {
        answer();
        return contentId < Topics.events().size()
                ? Topics.events().get(contentId).schema()
                : null;
    }

    @Override
    public int contentId(Topic topic) {
        answer();
        return Topics.events().indexOf(topic);
    }

    private void answer() {
        if (away) {
            throw new RegistryAwayException("away");
        }
    }
}
