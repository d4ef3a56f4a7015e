package io.baytap.fx.messaging;

import io.baytap.schemas.Topic;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Which schema a record was written with. */
public interface SchemaRegistry {

    /**
     * The schema with that content id; null if the registry has none.
     *
     * @throws RegistryAway if it cannot be asked now
     */
    @Nullable
    Schema find(int contentId);

    /**
     * The content id under which the schema that this build writes to a topic is registered.
     *
     * @throws RegistryAway if it cannot be asked now, or the schema is not registered yet
     */
    int contentId(Topic topic);

    /** An outage: whoever asked waits and asks again. Never a reason to give up a record. */
    final class RegistryAway extends RuntimeException {
        public RegistryAway(String message) {
            super(message);
        }

        public RegistryAway(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
