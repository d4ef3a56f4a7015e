package io.baytap.fare.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fare.domain.Admission.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentTest {

    private static final Rulebook NO_TARIFFS = Rulebook.of(Tariffs.none());
    private static final Rulebook RULES = Rulebook.of(RiderDay.TARIFFS);

    private final RiderDay day = new RiderDay();

    @Test
    void aMissingExitIsHeldAtTheMaximumAndCorrectedWhenTheLateTapComes() {
        day.taps("08:00 E 1", "08:00").wait("10:30");
        FareChange held = single(day.changes());

        day.taps("08:20 X 2", "12:00");
        FareChange corrected = single(day.changes());

        assertThat(held.delta()).hasToString("60.80 HKD");
        assertThat(held.assessed().complete()).isFalse();
        assertThat(held.corrects()).isNull();
        assertThat(Objects.requireNonNull(held.assessed().alone()).leg()).satisfies(leg -> {
            assertThat(leg.fromStopId()).isEqualTo("MTR:1");
            assertThat(leg.toStopId()).isNull();
            assertThat(leg.fareProductId()).isNull();
            assertThat(leg.rule()).isEqualTo("policy:maximumFare=60.80");
        });
        assertThat(corrected.delta()).hasToString("-55.90 HKD");
        assertThat(corrected.assessed().net()).hasToString("4.90 HKD");
        assertThat(corrected.assessed().complete()).isTrue();
        assertThat(corrected.assessed().revision()).isEqualTo(1);
        assertThat(corrected.corrects()).isEqualTo("fare:journey:tap:1E:08:00:0");
        // A correction keeps the journey's time.
        assertThat(corrected.assessed().fareAt()).isEqualTo(RiderDay.at("08:00"));
        assertThat(Objects.requireNonNull(corrected.assessed().alone()).leg().rule())
                .isEqualTo("fare_leg_rules.txt:3");
    }

    @Test
    void aLateEntryTakesItsExitOverAndTheExitAloneIsPaidBack() {
        day.taps("08:20 X 2", "08:20").wait("10:50");
        assertThat(single(day.changes()).delta()).hasToString("60.80 HKD");

        day.taps("08:00 E 1", "12:00");

        assertThat(day.changes())
                .extracting(change ->
                        change.assessed().journeyId() + " " + change.delta().toMajor())
                .containsExactlyInAnyOrder("journey:tap:2X:08:20 -60.80", "journey:tap:1E:08:00 4.90");
        assertThat(day.nets()).isEqualTo("08:00=4.90");
    }

    @Test
    void anEntryThatLosesItsExitCostsNothingUntilItIsOverdue() {
        day.taps("08:00 E 1; 08:30 X 3", "08:30");
        day.changes();

        day.taps("08:10 E 2", "08:40");
        List<FareChange> afterTheLateEntry = day.changes();
        day.wait("10:30");
        List<FareChange> overdue = day.changes();

        assertThat(afterTheLateEntry)
                .extracting(change ->
                        change.assessed().journeyId() + " " + change.delta().toMajor())
                .containsExactlyInAnyOrder("journey:tap:1E:08:00 -10.60", "journey:tap:2E:08:10 10.60");
        assertThat(single(overdue).delta()).hasToString("60.80 HKD");
        assertThat(single(overdue).assessed().revision()).isEqualTo(2);
    }

    @Test
    void anExitThatComesTooLateLeavesTheMaximumAsItIs() {
        day.taps("08:00 E 1", "08:00").wait("10:30");
        day.changes();

        day.taps("12:00 X 2", "12:00");

        assertThat(day.changes())
                .allSatisfy(change -> assertThat(change.delta()).hasToString("0.00 HKD"));
        assertThat(day.nets()).isEqualTo("08:00=60.80");
    }

    @Test
    void aTapThatComesAgainChangesNothing() {
        day.taps("08:00 E 1; 08:20 X 2", "08:20");
        RiderHistory before = day.history();
        day.changes();

        Admission again = day.take(RiderDay.tap("08:00 E 1"), RiderDay.at("09:00"));

        assertThat(again).isInstanceOf(Admission.Duplicate.class);
        assertThat(day.changes()).isEmpty();
        assertThat(day.history()).isEqualTo(before);
    }

    @Test
    void theSameIdWithOtherContentIsRefused() {
        Tap tap = RiderDay.tap("08:00 E 1");
        day.take(tap, RiderDay.at("08:00"));

        Admission other = day.take(
                new Tap(
                        tap.id(),
                        tap.occurredAt(),
                        tap.gateId(),
                        tap.operatorId(),
                        tap.routeId(),
                        "MTR:3",
                        null,
                        tap.direction()),
                RiderDay.at("08:01"));

        assertThat(other).isEqualTo(new Admission.Refused(Reason.CONFLICTING_TAP, tap.id()));
    }

    @Test
    void theSameTapUnderAnotherCorrectionOfItsClockChangesNothing() {
        Tap tap = RiderDay.tap("08:00 E 1");
        day.take(tap, RiderDay.at("08:00"));
        RiderHistory before = day.history();

        Admission corrected =
                day.take(at(tap, tap.occurredAt().plusSeconds(12), tap.deviceTime()), RiderDay.at("08:01"));
        Admission other = day.take(at(tap, tap.occurredAt(), tap.deviceTime().plusSeconds(1)), RiderDay.at("08:01"));

        assertThat(corrected).isInstanceOf(Admission.Duplicate.class);
        assertThat(other).isEqualTo(new Admission.Refused(Reason.CONFLICTING_TAP, tap.id()));
        assertThat(day.history()).isEqualTo(before);
    }

    private static Tap at(Tap tap, Instant occurredAt, Instant deviceTime) {
        return new Tap(
                tap.id(),
                occurredAt,
                tap.gateId(),
                tap.operatorId(),
                tap.routeId(),
                tap.stopId(),
                tap.deck(),
                tap.direction(),
                deviceTime);
    }

    @ParameterizedTest
    @CsvSource({
        "XYZ, XYZ:1:1, XYZ:1:1#1, NO_TARIFF",
        "KMB, KMB:9:1, KMB:1A:1#1, UNKNOWN_ROUTE",
        "KMB, KMB:1A:1, KMB:1A:1#9, UNKNOWN_STOP",
        "KMB, KMB:1A:1, KMB:1A:1#4, NO_FARE",
        "MTR, MTR:heavy-rail, MTR:AEL44, NO_FARE",
        "STAR, STAR:central-tsim-sha-tsui, STAR:central-tsim-sha-tsui#1, NO_FARE",
    })
    void whatNoTariffCanPriceIsRefusedWithItsReason(String operator, String route, String stop, Reason reason) {
        var tap = new Tap("tap:g:1", RiderDay.at("08:00"), "g", operator, route, stop, null, Direction.ENTRY);

        assertThat(day.take(tap, RiderDay.at("08:00")))
                .isInstanceOfSatisfying(
                        Admission.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void aJourneyKeepsItsFareWhenAnotherTariffComes() {
        RiderHistory charged = day.taps("08:00 E 1; 08:20 X 2", "08:20").history();

        Assessment later = Assessment.of(charged, NO_TARIFFS, RiderDay.at("09:00"));

        assertThat(later.changes()).isEmpty();
        assertThat(later.history()).isEqualTo(charged);
    }

    @Test
    void aJourneyWithoutAnyTariffLeftIsCountedAndKept() {
        RiderHistory entered = day.taps("08:00 E 1", "08:00").history();

        Assessment later = Assessment.of(entered, NO_TARIFFS, RiderDay.at("12:00"));

        assertThat(later.changes()).isEmpty();
        assertThat(later.unpriced()).isEqualTo(1);
    }

    @Test
    void whatIsOldIsForgottenUpToAPauseAndNothingIsPaidBackForIt() {
        // The second entry takes the exit over; the first stays alone, priced when it still had that exit.
        day.taps("08:00 E 1; 08:30 X 3; 08:10 E 2", "08:40").wait("12:00");
        day.taps("d3/08:00 E 1; d3/08:20 X 2", "d3/08:20");
        day.changes();

        RiderHistory kept = day.history().since(RiderDay.at("d1/08:31"), RULES);
        Assessment after = Assessment.of(kept, RULES, RiderDay.at("d3/09:00"));

        assertThat(kept.taps()).extracting(RiderTap::id).containsExactly("tap:1E:d3/08:00", "tap:2X:d3/08:20");
        assertThat(kept.assessed()).containsOnlyKeys("journey:tap:1E:d3/08:00");
        assertThat(after.changes()).isEmpty();
    }

    @Test
    void whatALateTapOfTheHorizonCouldBelongToIsNotForgotten() {
        day.taps("08:00 E 1; 08:30 X 3", "08:40");

        assertThat(day.history().since(RiderDay.at("d1/08:30"), RULES)).isEqualTo(day.history());
    }

    @Test
    void whatIsLinkedByShortPausesIsForgottenTogether() {
        day.taps("08:00 E 1; 08:30 X 3; 14:00 E 1; 14:10 X 2", "15:00");

        assertThat(day.history().since(RiderDay.at("d1/10:00"), RULES)).isEqualTo(day.history());
    }

    @Test
    void aTapOlderThanWhatIsKeptIsRefused() {
        day.taps("d8/08:00 E B1", "d8/08:00");

        assertThat(day.take(RiderDay.tap("07:59 E B1"), RiderDay.at("d8/08:00")))
                .isInstanceOfSatisfying(
                        Admission.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_OLD));
        assertThat(day.take(RiderDay.tap("08:00 E B1"), RiderDay.at("d8/08:00")))
                .isInstanceOf(Admission.Admitted.class);
        assertThat(Duration.between(
                        day.history().taps().getFirst().at(),
                        day.history().taps().getLast().at()))
                .isEqualTo(RiderDay.HORIZON);
    }

    private static FareChange single(List<FareChange> changes) {
        assertThat(changes).hasSize(1);
        return changes.getFirst();
    }
}
