package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.util.List;

/**
 * What was published last for a journey.
 *
 * @param fareAt the journey's time for tariff and exchange rate; a correction keeps it
 * @param tapIds the taps that made the journey then; empty when it turned out not to be one
 */
public record Assessed(
        String journeyId,
        int revision,
        Money net,
        boolean complete,
        Instant fareAt,
        List<String> tapIds,
        String operatorId,
        String city,
        String territory) {

    /** {@code fare:<journeyId>:<revision>}. */
    public String fareId() {
        return "fare:" + journeyId + ":" + revision;
    }
}
