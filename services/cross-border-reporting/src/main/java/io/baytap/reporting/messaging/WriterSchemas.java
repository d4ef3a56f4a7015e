package io.baytap.reporting.messaging;

import java.util.Optional;
import org.apache.avro.Schema;

/** Where the schema of an event is looked up. */
interface WriterSchemas {

    /**
     * Empty if there is none of that id.
     *
     * @throws RegistryAway if it cannot be known now
     */
    Optional<Schema> find(int contentId);
}
