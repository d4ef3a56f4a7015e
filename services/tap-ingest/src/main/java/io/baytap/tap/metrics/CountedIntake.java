package io.baytap.tap.metrics;

import io.baytap.tap.domain.Door;
import io.baytap.tap.domain.Intake;
import io.baytap.tap.domain.Refusal;
import io.baytap.tap.domain.RejectReason;
import io.baytap.tap.domain.Verdict;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts what became of taps and requests, by the door they came through. */
public final class CountedIntake implements Intake {

    private final Intake intake;
    private final MeterRegistry meters;
    private final DistributionSummary batches;

    public CountedIntake(Intake intake, MeterRegistry meters) {
        this.intake = intake;
        this.meters = meters;
        this.batches = DistributionSummary.builder("tap.batches")
                .description("Batches answered with verdicts, and the taps in them")
                .baseUnit("taps")
                .register(meters);
    }

    @Override
    public Answer take(Request request) {
        Answer answer = intake.take(request);
        switch (answer) {
            case Answer.Judged(var verdicts) -> judged(request.door(), verdicts);
            case Answer.Refused(var refusal) -> refused(request.door(), refusal);
        }
        return answer;
    }

    private void judged(Door door, List<Verdict> verdicts) {
        batches.record(verdicts.size());
        Map<Tags, Integer> outcomes = new HashMap<>();
        for (Verdict verdict : verdicts) {
            outcomes.merge(tags(door, verdict), 1, Integer::sum);
        }
        outcomes.forEach((tags, count) -> meters.counter("tap.verdicts", tags).increment(count));
    }

    private void refused(Door door, Refusal refusal) {
        meters.counter("tap.requests.refused", "door", name(door), "reason", refusal.code())
                .increment();
    }

    private static Tags tags(Door door, Verdict verdict) {
        RejectReason reason = verdict.rejectReason();
        return Tags.of(
                "door", name(door), "verdict", verdict.code(), "reason", reason == null ? "none" : reason.code());
    }

    private static String name(Door door) {
        return door.name().toLowerCase(Locale.ROOT);
    }
}
