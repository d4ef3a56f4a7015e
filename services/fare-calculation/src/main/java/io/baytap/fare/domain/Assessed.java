package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was published last for a journey.
 *
 * @param net what it costs after everything
 * @param fareAt the journey's time for the exchange rate; a correction keeps it
 * @param tapIds the taps that made the journey then; empty when it turned out not to be one
 * @param alone what it costs by itself: kept as it was priced, whatever tariff is loaded later; null when it is no journey
 */
public record Assessed(
        String journeyId,
        int revision,
        Money net,
        Instant fareAt,
        List<String> tapIds,
        String operatorId,
        String city,
        String territory,
        @Nullable JourneyFare alone) {

    /** {@code fare:<journeyId>:<revision>}. */
    public String fareId() {
        return "fare:" + journeyId + ":" + revision;
    }

    /** False while it lacks a tap and is held at the maximum fare. */
    public boolean complete() {
        return alone == null || alone.complete();
    }
}
