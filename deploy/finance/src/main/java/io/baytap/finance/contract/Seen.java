package io.baytap.finance.contract;

import io.baytap.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record as it stands on its topic.
 *
 * @param key as text
 */
record Seen(Topic topic, int partition, long offset, String key, SpecificRecord event) {

    /** A field's value as text; times as ISO 8601. */
    String text(String field) {
        return String.valueOf(event.get(event.getSchema().getField(field).pos()));
    }

    String place() {
        return topic.name() + "-" + partition + "@" + offset;
    }
}
