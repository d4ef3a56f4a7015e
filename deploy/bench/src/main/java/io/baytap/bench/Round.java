package io.baytap.bench;

import io.baytap.bench.IntakeLoad.Shape;
import io.baytap.bench.TopicTally.Tally;
import io.baytap.local.DayLine;
import io.baytap.local.DayRun;
import io.baytap.local.LineService;
import io.baytap.sandbox.day.PlannedGate;
import io.baytap.sandbox.day.ReplayResult;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Measures everything once, on a line that was just started; a ceiling right after what it is compared with, on the same processes. */
final class Round {

    private static final List<LineService> BEHIND_THE_INTAKE = List.of(
            LineService.FARE_CALCULATION,
            LineService.FX_CONVERSION,
            LineService.WALLET_SETTLEMENT,
            LineService.CROSS_BORDER_REPORTING);

    private final DayLine line;
    private final BenchSettings settings;
    private final Map<String, Long> processes;
    private final String kafka;

    Round(DayLine line, BenchSettings settings) {
        this.line = line;
        this.settings = settings;
        this.processes = line.processes();
        this.kafka = line.stack().bootstrapServers();
    }

    RoundResult run() throws Exception {
        Map<String, String> flags = Machine.flags(processes);
        var producer = new ProducerCeiling(kafka);
        try (DayRun warmUp = line.day(settings.warmUp())) {
            warmUp.register();
            warmUp.bringRates();
            travel(warmUp);
            warmUp.closeDay();
        }
        try (DayRun run = line.day(settings.day())) {
            run.register();
            // What the first day left is read before, not while the time is taken.
            run.drain();
            RoundResult.Day day = day(run, producer);
            return new RoundResult(day, intake(run.plan().gates(), producer), flags);
        }
    }

    private RoundResult.Day day(DayRun run, ProducerCeiling producer) throws Exception {
        try (var postgres = new PostgresCeiling(line.stack());
                var published = new TopicTally(kafka, events());
                var parked = new TopicTally(kafka, Topics.deadLetters())) {
            long rowsBefore = postgres.rows();
            var watch = new Stopwatch(processes);
            travel(run);
            Measurement trips = watch.stop(settings.trips());
            check(parked.next().records() == 0, "the line has parked records");
            Tally records = published.next();
            long rows = postgres.rows() - rowsBefore;
            // They have nothing to do with the ceilings, and would take the taps of the intake.
            BEHIND_THE_INTAKE.forEach(line.line()::kill);
            Measurement copy = postgres.measure(rows, processes);
            return new RoundResult.Day(trips, records, producer.measure(records, processes), rows, copy);
        }
    }

    private RoundResult.Intake intake(List<PlannedGate> gates, ProducerCeiling producer) throws Exception {
        var fixed =
                gates.stream().filter(gate -> gate.active() && gate.isFixed()).toList();
        var noon = settings.day().day().atTime(12, 0).toInstant(ZoneOffset.ofHours(8));
        try (var load = new IntakeLoad(Shape.BATCHES, line.line().url(LineService.TAP_INGEST), fixed, noon);
                var published = new TopicTally(kafka, List.of(Topics.TAPS_ACCEPTED))) {
            load.send(load.prepare(settings.taps()));
            published.next();
            var requests = load.prepare(settings.taps());
            var watch = new Stopwatch(processes);
            Measurement taps = watch.stop(load.send(requests));
            Tally records = published.next();
            check(
                    taps.events() == settings.taps() && records.records() == settings.taps(),
                    taps.events() + " taps accepted, " + records.records() + " published");
            return new RoundResult.Intake(taps, records, producer.measure(records, processes));
        }
    }

    private static List<Topic> events() {
        return Topics.events().stream()
                .filter(topic -> topic.retention() != null)
                .toList();
    }

    private static void travel(DayRun run) {
        ReplayResult sent = run.replay();
        check(run.drain(), "the line is not dry");
        List<String> differences = sent.differences(run.plan().expected().taps());
        check(differences.isEmpty(), differences.toString());
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
