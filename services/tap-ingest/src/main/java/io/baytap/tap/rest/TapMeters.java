package io.baytap.tap.rest;

import io.baytap.tap.domain.Refusal;
import io.baytap.tap.domain.RejectReason;
import io.baytap.tap.domain.Verdict;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what became of taps and requests. */
@Singleton
class TapMeters {

    private final MeterRegistry meters;
    private final DistributionSummary batches;

    TapMeters(MeterRegistry meters, TapDesk desk) {
        this.meters = meters;
        this.batches = DistributionSummary.builder("tap.batches")
                .description("Batches answered with verdicts, and the taps in them")
                .baseUnit("taps")
                .register(meters);
        meters.gauge("tap.in.flight", desk, TapDesk::tapsInFlight);
    }

    void judged(List<Verdict> verdicts) {
        batches.record(verdicts.size());
        Map<Tags, Integer> outcomes = new HashMap<>();
        for (Verdict verdict : verdicts) {
            outcomes.merge(tags(verdict), 1, Integer::sum);
        }
        outcomes.forEach((tags, count) -> meters.counter("tap.verdicts", tags).increment(count));
    }

    void refused(Refusal refusal) {
        meters.counter("tap.requests.refused", "reason", refusal.code()).increment();
    }

    private static Tags tags(Verdict verdict) {
        RejectReason reason = verdict.rejectReason();
        return Tags.of("verdict", verdict.code(), "reason", reason == null ? "none" : reason.code());
    }
}
