package io.baytap.reporting.messaging;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import java.util.List;

/**
 * A service of the line. Its consumer group is called as it is.
 *
 * @param reads the topics of the line that its group reads
 * @param writes the topic that counts as its work; its own reading does, if there is none
 */
public record Stage(String service, List<String> reads, List<String> writes) {

    private static final String REPORTING = "cross-border-reporting";

    /** From the gates to here. */
    public static List<Stage> line() {
        return List.of(
                of("tap-ingest", Topics.TAPS_PRESENTED, Topics.TAPS_ACCEPTED),
                of("fare-calculation", Topics.TAPS_ACCEPTED, Topics.FARES_ASSESSED),
                of("fx-conversion", Topics.FARES_ASSESSED, Topics.FARES_CONVERTED),
                of("wallet-settlement", Topics.FARES_CONVERTED, Topics.SETTLEMENTS_POSTED),
                new Stage(
                        REPORTING,
                        Topics.events().stream()
                                .filter(topic -> topic.consumers().contains(REPORTING))
                                .map(Topic::name)
                                .toList(),
                        List.of()));
    }

    private static Stage of(String service, Topic from, Topic to) {
        return new Stage(service, List.of(from.name()), List.of(to.name()));
    }
}
