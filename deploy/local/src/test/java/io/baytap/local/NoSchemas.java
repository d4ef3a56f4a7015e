package io.baytap.local;

import io.baytap.schemas.Topic;
import io.baytap.schemas.wire.SchemaLookup;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** For events that are not read off a topic. */
final class NoSchemas implements SchemaLookup {

    @Override
    public @Nullable Schema find(int contentId) {
        return null;
    }

    @Override
    public int contentId(Topic topic) {
        return 0;
    }
}
