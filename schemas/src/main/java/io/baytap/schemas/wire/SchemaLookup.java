package io.baytap.schemas.wire;

import io.baytap.schemas.Topic;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Schemas by the content ids that stand in records. Content never changes under an id. */
public interface SchemaLookup {

    /**
     * The schema with that content id; null if there is none.
     *
     * @throws RegistryAwayException if it cannot be known now
     */
    @Nullable
    Schema find(int contentId);

    /**
     * The content id of the schema that this build writes to a topic.
     *
     * @throws RegistryAwayException if it cannot be known now, or is not registered yet
     */
    int contentId(Topic topic);
}
