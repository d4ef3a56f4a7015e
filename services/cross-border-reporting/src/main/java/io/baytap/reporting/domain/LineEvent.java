package io.baytap.reporting.domain;

import io.baytap.reporting.domain.Observation.RatePublished;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An event of the line as it came, and what a report needs of it.
 *
 * @param key by what it is recognised when it comes again
 * @param at when it occurred; when it came, if it was refused for its clock
 * @param references ids that it names, its own among them: what a trace finds it by
 * @param frame its value as it stood on the topic
 * @param observations nothing, if no report counts it
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares or changes the bytes
public record LineEvent(
        EventKey key, Instant at, String topic, Set<String> references, byte[] frame, List<Observation> observations) {

    /** Whether it is filed to be known again and traced. A published rate is a row under its own id, and no ride's step. */
    public boolean filed() {
        for (Observation observation : observations) {
            if (observation instanceof RatePublished) {
                return false;
            }
        }
        return true;
    }
}
