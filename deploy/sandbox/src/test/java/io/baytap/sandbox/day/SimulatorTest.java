package io.baytap.sandbox.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.sandbox.provider.Behaviour;
import io.baytap.sandbox.published.ReferenceRates;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 9);
    private static final Path PUBLISHED = Path.of("../tariffs/published");
    private static final Plan PLAN = Simulator.prepare(DAY, 1, 2000, PUBLISHED);

    @Test
    void theSameSeedMakesTheSameDayByteForByte() {
        Plan again = Simulator.prepare(DAY, 1, 2000, PUBLISHED);

        assertThat(again.expected()).isEqualTo(PLAN.expected());
        assertThat(Arrays.equals(bytes(again), bytes(PLAN))).isTrue();
    }

    @Test
    void anotherSeedMakesAnotherDayWithOtherRidersAndTaps() {
        Plan other = Simulator.prepare(DAY, 2, 2000, PUBLISHED);

        assertThat(riderIds(other)).doesNotContainAnyElementsOf(riderIds(PLAN));
        assertThat(journeyIds(other)).doesNotContainAnyElementsOf(journeyIds(PLAN));
    }

    @ParameterizedTest(name = "{0} trips")
    @ValueSource(ints = {60, 500, 3000})
    void everyServiceHasTripsAndEveryCorridorOccurs(int trips) {
        ExpectedDay expected = Simulator.prepare(DAY, 3, trips, PUBLISHED).expected();

        Map<String, Long> perNetwork = journeys(expected).stream()
                .collect(Collectors.groupingBy(ExpectedJourney::network, Collectors.counting()));
        Set<String> corridors = journeys(expected).stream()
                .map(journey -> journey.walletCurrency() + "-" + journey.fareCurrency())
                .collect(Collectors.toSet());
        assertThat(perNetwork.keySet())
                .containsExactlyInAnyOrder(
                        "MTR:heavy-rail",
                        "MTR:light-rail",
                        "MTR:airport-express",
                        "MTR:bus",
                        "KMB",
                        "LWB",
                        "NLB",
                        "CTB",
                        "HKT",
                        "STAR",
                        "SZM:metro");
        assertThat(perNetwork.values()).allMatch(count -> count >= 3);
        assertThat(corridors).contains("CNY-HKD", "HKD-CNY", "HKD-HKD", "CNY-CNY", "USD-HKD");
        assertThat(expected.riders())
                .extracting(ExpectedRider::scheme)
                .contains("WEIXIN_PAY", "WECHAT_PAY_HK", "DIGITAL_RMB", "FOREIGN_CARD");
        assertThat(expected.journeys()).isEqualTo(trips);
    }

    @Test
    void tripsFollowThePublishedRidership() {
        long heavyRail = journeys(PLAN.expected()).stream()
                .filter(journey -> journey.network().equals("MTR:heavy-rail"))
                .count();

        // 4,745,685 of 9,299,659 journeys in Hong Kong, which has 1,600 of the 2,000 trips.
        assertThat(heavyRail).isBetween(810L, 825L);
    }

    @Test
    void everythingThatCanGoWrongDoes() {
        ExpectedDay expected = PLAN.expected();

        assertThat(expected.taps().rejected().keySet())
                .containsExactlyInAnyOrder(
                        "CLOCK_AHEAD",
                        "CODE_EXPIRED",
                        "CODE_ISSUER_UNKNOWN",
                        "CODE_MALFORMED",
                        "CODE_SIGNATURE_INVALID",
                        "LOCATION_MISMATCH",
                        "UNKNOWN_STOP");
        assertThat(expected.taps().refused().keySet())
                .containsExactlyInAnyOrder("GATE_SUSPENDED", "SIGNATURE_INVALID", "UNKNOWN_GATE");
        assertThat(expected.taps().late()).isPositive();
        assertThat(expected.taps().resent()).isPositive();
        assertThat(journeys(expected)).anyMatch(journey -> !journey.complete());
        assertThat(expected.riders().stream().map(ExpectedRider::behaviour).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Behaviour.values());
    }

    @Test
    void aReTapIsATapButNotAJourney() {
        long acceptedTaps =
                PLAN.expected().taps().accepted() + PLAN.expected().taps().late();
        long tapsThatCount = PLAN.batches().stream()
                .filter(batch -> !batch.resend() && batch.refusal() == null)
                .flatMap(batch -> batch.taps().stream())
                .filter(tap -> tap.refusal() == null)
                .map(tap -> tap.trip() + " " + tap.entry())
                .distinct()
                .count();

        assertThat(acceptedTaps - tapsThatCount).isEqualTo(Math.round(2000 * Fault.RE_TAP.share()));
    }

    @Test
    void incompleteJourneysCostTheHighestFareOfTheirNetwork() {
        assertThat(journeys(PLAN.expected()))
                .filteredOn(journey -> !journey.complete())
                .isNotEmpty()
                .allSatisfy(journey -> assertThat(journey.fareMinor())
                        .isEqualTo(Map.of("MTR:heavy-rail", 6080L, "MTR:light-rail", 770L, "SZM:metro", 1500L)
                                .getOrDefault(journey.network(), 12_000L)));
    }

    @ParameterizedTest(name = "seed {0}, {1} trips: at least {2} of each")
    @CsvSource({"1, 500, 3", "7, 5000, 10", "1, 20000, 35"})
    void everyRuleOfTheTariffsAndSchemesIsRunInto(long seed, int trips, int atLeast) {
        ExpectedDay expected = Simulator.prepare(DAY, seed, trips, PUBLISHED).expected();

        Map<Note, Long> notes = journeys(expected).stream()
                .flatMap(journey -> journey.notes().stream())
                .collect(Collectors.groupingBy(note -> note, Collectors.counting()));
        Map<ExpectedAdjustment.Kind, Long> kinds = journeys(expected).stream()
                .flatMap(journey -> journey.adjustments().stream())
                .collect(Collectors.groupingBy(ExpectedAdjustment::kind, Collectors.counting()));
        assertThat(notes).containsOnlyKeys(Note.values());
        assertThat(notes.values()).allMatch(count -> count >= atLeast);
        assertThat(kinds).containsOnlyKeys(ExpectedAdjustment.Kind.values());
        assertThat(kinds.values()).allMatch(count -> count >= atLeast);
    }

    @Test
    void theCapsAreReachedInBothCurrencies() {
        assertThat(journeys(PLAN.expected()))
                .filteredOn(journey -> journey.adjustedMinor(ExpectedAdjustment.Kind.CAP) < 0)
                .extracting(ExpectedJourney::fareCurrency)
                .contains("HKD", "CNY");
    }

    @Test
    void adjustmentsLeadFromTheFareAloneToTheFare() {
        assertThat(journeys(PLAN.expected()))
                .allSatisfy(journey -> assertThat(journey.aloneMinor()
                                + journey.adjustments().stream()
                                        .mapToLong(ExpectedAdjustment::amountMinor)
                                        .sum())
                        .isEqualTo(journey.fareMinor())
                        .isNotNegative());
    }

    @Test
    void aRiderIsNeverInTwoPlaces() {
        Map<Rider, List<PlannedTap>> byRider = PLAN.batches().stream()
                .filter(batch -> !batch.resend() && batch.refusal() == null)
                .flatMap(batch -> batch.taps().stream())
                .sorted(Comparator.comparing(PlannedTap::at))
                .collect(Collectors.groupingBy(PlannedTap::rider));

        assertThat(byRider.values()).allSatisfy(taps -> {
            Set<Integer> over = new HashSet<>();
            int current = taps.getFirst().trip();
            for (PlannedTap tap : taps) {
                if (tap.trip() != current) {
                    over.add(current);
                    current = tap.trip();
                }
                assertThat(over).doesNotContain(tap.trip());
            }
        });
    }

    @Test
    void everyTapIsOnTheDayAndEveryNumberIsUsedOnce() {
        Instant start = Instant.parse("2026-04-08T21:30:00Z").minusSeconds(30);
        Instant end = Instant.parse("2026-04-09T15:59:00Z");
        List<PlannedTap> taps = PLAN.batches().stream()
                .filter(batch -> !batch.resend() && batch.refusal() == null)
                .flatMap(batch -> batch.taps().stream())
                .toList();

        assertThat(taps).allMatch(tap -> tap.at().isAfter(start) && tap.at().isBefore(end));
        assertThat(taps.stream().map(PlannedTap::eventId)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-09", "2025-12-25"})
    void noJourneySpansTheMomentANewExchangeRateComesOut(LocalDate day) {
        Plan plan = Simulator.prepare(day, 1, 10_000, PUBLISHED);
        Instant change = ReferenceRates.publication(day);

        Map<Integer, List<PlannedTap>> trips = plan.batches().stream()
                .filter(batch -> !batch.resend() && batch.refusal() == null)
                .flatMap(batch -> batch.taps().stream())
                .collect(Collectors.groupingBy(PlannedTap::trip));

        assertThat(trips.values())
                .allSatisfy(taps -> assertThat(taps.stream()
                                .map(tap -> tap.at().isBefore(change))
                                .distinct())
                        .hasSize(1));
    }

    @Test
    void batchesAreSentInOrderAndGateIdsFitAHeader() {
        assertThat(PLAN.batches()).isSortedAccordingTo(Comparator.comparing(Batch::sentAt));
        assertThat(PLAN.gates()).allMatch(gate -> gate.gateId().matches("[A-Za-z0-9-]+"));
    }

    @Test
    void aDayWithoutRatesAndADayWithTooFewTripsAreRefused() {
        assertThatThrownBy(() -> Simulator.prepare(LocalDate.of(2027, 1, 5), 1, 100, PUBLISHED))
                .hasMessageContaining("reference rate");
        assertThatThrownBy(() -> Simulator.prepare(DAY, 1, 20, PUBLISHED)).hasMessageContaining("at least 33 trips");
    }

    private static List<ExpectedJourney> journeys(ExpectedDay expected) {
        List<ExpectedJourney> journeys = new ArrayList<>();
        expected.riders().forEach(rider -> journeys.addAll(rider.journeys()));
        return journeys;
    }

    private static List<String> riderIds(Plan plan) {
        return plan.expected().riders().stream().map(ExpectedRider::riderId).toList();
    }

    private static List<String> journeyIds(Plan plan) {
        return journeys(plan.expected()).stream()
                .map(ExpectedJourney::journeyId)
                .toList();
    }

    private static byte[] bytes(Plan plan) {
        var writer = new TapWriter(new Wallets());
        var bytes = new ByteArrayOutputStream();
        for (Batch batch : plan.batches()) {
            bytes.writeBytes((batch.gate() + " " + batch.sentAt()).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(writer.write(batch.taps()));
        }
        return bytes.toByteArray();
    }
}
