package io.baytap.reporting.domain.opendata;

import java.time.Instant;
import java.util.List;

/** Publishes each period once: when it has settled, and what was told by then has been counted. */
public final class Publication {

    private final OpenData openData;
    private final LineProgress progress;
    private final PublicationRules rules;

    public Publication(OpenData openData, LineProgress progress, PublicationRules rules) {
        this.openData = openData;
        this.progress = progress;
        this.rules = rules;
    }

    /** The periods that are published by this, oldest first. */
    public List<PublicationPeriod> publishDue(Instant now) {
        return progress.countedAsOf(now).stream()
                .flatMap(asOf -> rules.due(asOf).stream())
                .filter(period -> openData.publish(period, rules.threshold(), now))
                .toList();
    }
}
