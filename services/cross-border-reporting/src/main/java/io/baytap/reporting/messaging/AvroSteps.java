package io.baytap.reporting.messaging;

import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.trace.Kept;
import io.baytap.reporting.domain.trace.Step;
import io.baytap.reporting.domain.trace.StepReader;
import io.baytap.reporting.messaging.Fields.OutOfRangeException;
import io.baytap.schemas.Topic;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Reads kept events by the schemas that they were written with. Safe for several threads, one after the other. */
public final class AvroSteps implements StepReader {

    private final Map<String, EventReader<? extends SpecificRecord>> readers = new HashMap<>();

    /** @param topics all of the line */
    public AvroSteps(SchemaLookup schemas, List<Topic> topics) {
        for (Topic topic : topics) {
            if (topic.consumers().contains(LineReader.SERVICE)) {
                readers.put(topic.name(), new EventReader<>(Objects.requireNonNull(topic.value()), schemas));
            }
        }
    }

    @Override
    public synchronized Optional<Step> read(Kept kept) {
        EventReader<? extends SpecificRecord> reader = readers.get(kept.topic());
        try {
            return reader != null && reader.read(kept.frame()) instanceof Reading.Event<? extends SpecificRecord> read
                    ? StepMapper.toStep(read.event())
                    : Optional.empty();
        } catch (RegistryAwayException e) {
            throw new ReportsAway(e);
        } catch (OutOfRangeException e) {
            throw new IllegalStateException("was counted, and cannot be read: " + kept.topic(), e);
        }
    }
}
