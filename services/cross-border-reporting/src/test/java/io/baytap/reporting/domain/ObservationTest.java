package io.baytap.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationTest {

    private static final Instant RECEIVED = Instant.parse("2026-04-09T04:00:00Z");

    @ParameterizedTest(name = "{0} → {1} {2}h")
    @CsvSource({
        "2026-04-08T15:59:59.999999Z, 2026-04-08, 23",
        "2026-04-08T16:00:00Z,        2026-04-09, 0",
        "2026-04-09T15:59:59Z,        2026-04-09, 23",
        "2026-12-31T16:00:00Z,        2027-01-01, 0"
    })
    void aTapBelongsToItsDayAndHourInHongKong(Instant occurredAt, LocalDate day, int hour) {
        var tap = Observation.acceptedTap("g1", occurredAt, "MTR", false);

        assertThat(tap.day()).isEqualTo(day);
        assertThat(tap.hour()).isEqualTo(hour);
    }

    @ParameterizedTest(name = "{0} counts on {1}")
    @CsvSource({
        "CODE_EXPIRED, 2026-05-01",
        "RIDER_DENIED, 2026-05-01",
        "CLOCK_AHEAD,  2026-04-09",
        "TOO_OLD,      2026-04-09"
    })
    void aTapThatIsRefusedForItsClockCountsOnTheDayItCame(String reason, LocalDate day) {
        Instant occurredAt = Instant.parse("2026-05-01T01:00:00Z");

        var tap = Observation.rejectedTap("g1", Observation.countedAt(reason, occurredAt, RECEIVED), "MTR", reason);

        assertThat(tap.day()).isEqualTo(day);
        assertThat(tap.reason()).isEqualTo(reason);
    }

    @Test
    void lateIsAVerdictOfItsOwn() {
        var tap = Observation.acceptedTap("g1", RECEIVED, "MTR", true);

        assertThat(tap.verdict()).isEqualTo(TapVerdict.LATE);
    }

    @Test
    void anEventIsRecognisedByItsIdAlone() {
        EventKey key = EventKey.of("posting:conversion:fare:j:0", RECEIVED);

        assertThat(EventKey.of("posting:conversion:fare:j:0", RECEIVED)).isEqualTo(key);
        assertThat(EventKey.of("posting:conversion:fare:j:1", RECEIVED)).isNotEqualTo(key);
        assertThat(key.hash()).hasToString("0ea978a4-2a8c-25e1-a2e5-644f8c852079");
    }
}
