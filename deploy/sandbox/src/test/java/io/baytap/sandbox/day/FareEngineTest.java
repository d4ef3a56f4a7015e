package io.baytap.sandbox.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fare.domain.Adjustment;
import io.baytap.fare.domain.Admission;
import io.baytap.fare.domain.Assessment;
import io.baytap.fare.domain.Direction;
import io.baytap.fare.domain.FareChange;
import io.baytap.fare.domain.RiderHistory;
import io.baytap.fare.domain.Rulebook;
import io.baytap.fare.domain.Tap;
import io.baytap.fare.domain.Tariffs;
import io.baytap.fare.tariff.TariffDirectory;
import io.baytap.sandbox.published.Published;
import io.baytap.tariffs.feeds.Feeds;
import io.baytap.tariffs.published.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle and fare-calculation's engine, which share nothing but the published tables, agree about every journey of a day. */
class FareEngineTest {

    private static final Path TARIFFS = Path.of("../tariffs");
    private static final Path PUBLISHED = TARIFFS.resolve("published");
    private static final Duration HORIZON = Duration.ofDays(8);

    private static Rulebook rules = Rulebook.of(Tariffs.none());

    @BeforeAll
    static void loadTariffs(@TempDir Path directory) throws IOException {
        var feeds = new Feeds(Figures.read(PUBLISHED));
        feeds.write(TARIFFS.resolve("policies"), TARIFFS.resolve("schemes"), directory);
        for (String day : List.of("2025-12-25", "2026-04-09")) {
            feeds.writeChange(TARIFFS.resolve("policies"), LocalDate.parse(day), directory);
        }
        var tariffs = new TariffDirectory(directory);
        tariffs.refresh();
        assertThat(tariffs.refusals()).isEmpty();
        var rates = Published.read(PUBLISHED, 50).rates();
        rules = new Rulebook(
                tariffs.tariffs(),
                tariffs.schemes(),
                (from, to, at) -> rates.rate(from.getCurrencyCode(), to.getCurrencyCode(), at));
    }

    @ParameterizedTest(name = "{0}, seed {1}, {2} trips")
    @CsvSource({"2026-04-09, 1, 500", "2026-04-09, 1, 20000", "2026-04-09, 109, 4000", "2025-12-25, 4, 5000"})
    void everyJourneyCostsWhatTheOracleSays(LocalDate day, long seed, int trips) {
        Plan plan = Simulator.prepare(day, seed, trips, PUBLISHED);
        var seen = new Seen();

        for (Batch batch : plan.batches()) {
            if (batch.refusal() == null) {
                batch.taps().stream()
                        .filter(tap -> tap.refusal() == null)
                        .forEach(tap -> seen.take(tap, batch.sentAt()));
            }
        }
        seen.night(plan.end().plus(Duration.ofHours(6)));

        assertThat(seen.refused).isEmpty();
        Map<String, String> expected = new TreeMap<>();
        plan.expected()
                .riders()
                .forEach(rider -> rider.journeys()
                        .forEach(journey -> expected.put(
                                journey.journeyId(),
                                text(
                                        journey.fareMinor(),
                                        journey.complete(),
                                        journey.adjustments().stream()
                                                .collect(Collectors.toMap(
                                                        adjustment -> adjustment
                                                                .kind()
                                                                .name(),
                                                        ExpectedAdjustment::amountMinor))))));
        var wrong = new ArrayList<String>();
        expected.forEach((id, fare) -> {
            if (!fare.equals(seen.fares.get(id))) {
                wrong.add("%s: %s instead of %s".formatted(id, seen.fares.get(id), fare));
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(seen.fares.keySet()).isEqualTo(expected.keySet());
    }

    /**
     * A cap swallows discounts: one that comes to be known later leaves the fare where it was, and no fare is published anew. So
     * a cap and the discounts that it swallows are one amount here.
     */
    private static String text(long netMinor, boolean complete, Map<String, Long> adjustments) {
        boolean capped = adjustments.containsKey("CAP");
        Map<String, Long> nonzero = new TreeMap<>();
        adjustments.forEach(
                (kind, amount) -> nonzero.merge(capped && !kind.equals("SURCHARGE") ? "CAP" : kind, amount, Long::sum));
        nonzero.values().removeIf(amount -> amount == 0);
        return netMinor + (complete ? " " : " incomplete ") + nonzero;
    }

    /** What the engine says, tap by tap as they arrive. */
    private static final class Seen {
        final Map<String, String> fares = new TreeMap<>();
        final List<String> refused = new ArrayList<>();
        private final Map<String, RiderHistory> riders = new HashMap<>();

        void take(PlannedTap planned, Instant now) {
            Tap tap = tap(planned);
            String rider = planned.rider().scheme() + ":" + planned.rider().account();
            RiderHistory history = riders.getOrDefault(rider, RiderHistory.none());
            switch (Admission.decide(tap, history, HORIZON, rules.tariffs())) {
                case Admission.Admitted admitted -> assess(rider, history.with(admitted.tap()), now);
                case Admission.Duplicate() -> {}
                case Admission.Meaningless() -> refused.add("meaningless " + tap);
                case Admission.Refused no -> refused.add(no.toString());
            }
        }

        void night(Instant now) {
            List.copyOf(riders.keySet()).forEach(rider -> {
                RiderHistory history = riders.get(rider);
                if (history != null) {
                    assess(rider, history, now);
                }
            });
        }

        private void assess(String rider, RiderHistory history, Instant now) {
            Assessment assessment = Assessment.of(history, rules, now);
            riders.put(rider, assessment.history());
            for (FareChange change : assessment.changes()) {
                if (change.assessed().tapIds().isEmpty()) {
                    fares.remove(change.assessed().journeyId());
                } else {
                    fares.put(
                            change.assessed().journeyId(),
                            text(
                                    change.assessed().net().minor(),
                                    change.assessed().complete(),
                                    change.adjustments().stream()
                                            .collect(Collectors.groupingBy(
                                                    adjustment ->
                                                            adjustment.kind().name(),
                                                    Collectors.summingLong((Adjustment adjustment) ->
                                                            adjustment.amount().minor())))));
                }
            }
        }

        private static Tap tap(PlannedTap planned) {
            PlannedGate gate = planned.gate();
            return new Tap(
                    planned.eventId(),
                    planned.occurredAt(),
                    gate.gateId(),
                    gate.operatorId(),
                    either(planned.routeId(), gate.routeId()),
                    either(planned.stopId(), gate.stopId()),
                    gate.deck(),
                    planned.entry() ? Direction.ENTRY : Direction.EXIT);
        }

        private static String either(@Nullable String named, @Nullable String gates) {
            if (named != null) {
                return named;
            }
            if (gates == null) {
                throw new IllegalStateException("a tap of a vehicle names no place");
            }
            return gates;
        }
    }
}
