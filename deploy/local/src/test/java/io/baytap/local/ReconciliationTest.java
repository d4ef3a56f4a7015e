package io.baytap.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.local.events.Conversion;
import io.baytap.local.events.Fare;
import io.baytap.local.events.LineEvents;
import io.baytap.local.events.Posting;
import io.baytap.sandbox.day.ExpectedAdjustment;
import io.baytap.sandbox.day.ExpectedDay;
import io.baytap.sandbox.day.ExpectedJourney;
import io.baytap.sandbox.day.ExpectedRider;
import io.baytap.sandbox.day.ExpectedTaps;
import io.baytap.sandbox.provider.Behaviour;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.wallets.v1.WalletScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 9);
    private static final String JOURNEY = "journey:tap:g1:1";
    private static final String FARE = "fare:" + JOURNEY + ":0";
    private static final String CONVERSION = "conversion:" + FARE;

    private final LineEvents events = LineEvents.empty(new NoSchemas());
    private final Reconciliation reconciliation = new Reconciliation(day(), events);

    @Test
    void aJourneyAtItsPublishedFareReconciles() {
        bookFare(1060);
        bookConversion(1060, 929);
        bookPosting(1060, 929);

        reconciliation.chain();
        reconciliation.reasons();

        assertThat(reconciliation.differences().all()).isEmpty();
    }

    @Test
    void aCentTooMuchIsNamed() {
        bookFare(1061);
        bookConversion(1061, 929);
        bookPosting(1061, 929);

        reconciliation.chain();

        assertThat(reconciliation.differences().all())
                .containsExactly("fare of a journey, minor units: " + JOURNEY + ": expected 1060, got 1061");
    }

    @Test
    void aFareOfTheRightAmountForAnotherReasonIsNamed() {
        events.fares.add(
                FARE,
                new Fare(
                        JOURNEY,
                        "WEIXIN_PAY:a1",
                        "MTR",
                        FareKind.FARE,
                        0,
                        Instant.EPOCH,
                        1060,
                        1060,
                        "HKD",
                        true,
                        1260,
                        Map.of("TRANSFER", -200L)));

        reconciliation.reasons();

        assertThat(reconciliation.differences().all())
                .containsExactly(
                        "adjustment of a journey's fare, minor units: " + JOURNEY
                                + " INTERCHANGE: expected -200, got 0",
                        "adjustment of a journey's fare, minor units: " + JOURNEY + " TRANSFER: expected 0, got -200");
    }

    @Test
    void anInterchangeDiscountIsCountedAsExpectedAndAsSeen() {
        bookFare(1060);

        assertThat(new RuleCounts(day(), events.lastFares()).all())
                .contains(new Summary.RuleTotal("INTERCHANGE", 1, 1, Map.of("HKD", -200L), Map.of("HKD", -200L)))
                .contains(new Summary.RuleTotal("CAP", 0, 0, Map.of(), Map.of()));
    }

    @Test
    void aFareThatNeverReachedTheLedgerIsNamed() {
        bookFare(1060);
        bookConversion(1060, 929);

        reconciliation.chain();

        assertThat(reconciliation.differences().all())
                .containsExactly("a conversion and its posting: " + CONVERSION + ": expected 929, got 0");
    }

    @Test
    void aFareThatWasBookedTwiceIsNamed() {
        bookFare(1060);
        bookConversion(1060, 929);
        bookPosting(1060, 929);
        bookPosting(1060, 929);

        reconciliation.chain();

        assertThat(reconciliation.differences().all())
                .containsExactly("settlements.posted, records with an id that was there before: expected 0, got 1");
    }

    @Test
    void aParkedRecordIsNamed() {
        bookFare(1060);
        bookConversion(1060, 929);
        bookPosting(1060, 929);
        events.deadLetters.put("taps.accepted.v1.fare-calculation.dlq", 1L);

        reconciliation.chain();

        assertThat(reconciliation.differences().all())
                .containsExactly("dead letters: taps.accepted.v1.fare-calculation.dlq holds 1");
    }

    @Test
    void aDebitThatTheProviderDidTwiceIsNamed() {
        var differences = new Differences();

        differences.equal("rider's debits", Map.of("contract-1", 929L), Map.of("contract-1", 1858L));

        assertThat(differences.all()).containsExactly("rider's debits: contract-1: expected 929, got 1858");
    }

    private void bookFare(long minor) {
        events.fares.add(
                FARE,
                new Fare(
                        JOURNEY,
                        "WEIXIN_PAY:a1",
                        "MTR",
                        FareKind.FARE,
                        0,
                        Instant.EPOCH,
                        minor,
                        minor,
                        "HKD",
                        true,
                        minor + 200,
                        Map.of("INTERCHANGE", -200L)));
    }

    private void bookConversion(long fareMinor, long walletMinor) {
        events.conversions.add(
                CONVERSION,
                new Conversion(
                        FARE,
                        JOURNEY,
                        "WEIXIN_PAY:a1",
                        FareKind.FARE,
                        fareMinor,
                        "HKD",
                        walletMinor,
                        "CNY",
                        "tap:g2:1"));
    }

    private void bookPosting(long fareMinor, long walletMinor) {
        events.postings.add(
                "posting:" + CONVERSION,
                new Posting(
                        CONVERSION,
                        JOURNEY,
                        FareKind.FARE,
                        "MTR",
                        "HK",
                        WalletScheme.WEIXIN_PAY,
                        DAY,
                        fareMinor,
                        "HKD",
                        walletMinor,
                        "CNY"));
    }

    private static ExpectedDay day() {
        var journey = new ExpectedJourney(
                JOURNEY,
                "MTR",
                "MTR:heavy-rail",
                Instant.EPOCH,
                1260,
                0,
                List.of(new ExpectedAdjustment(ExpectedAdjustment.Kind.INTERCHANGE, -200)),
                1060,
                "HKD",
                929,
                "CNY",
                true,
                Set.of());
        var rider = new ExpectedRider(
                "WEIXIN_PAY:a1", "WEIXIN_PAY", "a1", "contract-1", "CNY", Behaviour.NORMAL, List.of(journey));
        return new ExpectedDay(DAY, 1, new ExpectedTaps(2, 2, 0, Map.of(), 0, 0, Map.of()), List.of(rider));
    }
}
