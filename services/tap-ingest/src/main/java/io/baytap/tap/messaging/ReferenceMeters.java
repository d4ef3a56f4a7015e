package io.baytap.tap.messaging;

import io.baytap.schemas.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/** Shows how full the registers are, and counts what could not be taken into them. */
public final class ReferenceMeters {

    private static final String TOPIC = "topic";

    private final MeterRegistry meters;

    public ReferenceMeters(MeterRegistry meters, References references) {
        this.meters = meters;
        for (ReferenceFeed<?, ?> feed : references.feeds()) {
            meters.gauge("tap.registers.entries", Tags.of(TOPIC, feed.topic().name()), feed, ReferenceFeed::size);
            meters.counter("tap.parked", TOPIC, feed.topic().name());
        }
    }

    void parked(Topic topic) {
        meters.counter("tap.parked", TOPIC, topic.name()).increment();
    }
}
