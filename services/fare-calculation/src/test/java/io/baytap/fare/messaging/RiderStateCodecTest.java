package io.baytap.fare.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.baytap.fare.domain.Adjustment;
import io.baytap.fare.domain.Assessed;
import io.baytap.fare.domain.Direction;
import io.baytap.fare.domain.JourneyFare;
import io.baytap.fare.domain.Leg;
import io.baytap.fare.domain.Pairing;
import io.baytap.fare.domain.RiderHistory;
import io.baytap.fare.domain.RiderTap;
import io.baytap.fare.domain.Tap;
import io.baytap.fare.domain.Terms;
import io.baytap.fare.domain.Totals;
import io.baytap.fare.messaging.RiderStateCodec.Stored;
import io.baytap.schemas.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RiderStateCodecTest {

    private static final Instant AT = Instant.parse("2026-04-09T00:10:00.123456Z");

    @Test
    void whatIsStoredIsReadBack() {
        var terms = new Terms(
                "STAR",
                "hong-kong",
                "HK",
                Currency.getInstance("HKD"),
                "STAR:1/UPPER",
                Pairing.ENTRY_EXIT,
                Duration.ofMinutes(150),
                Duration.ofMinutes(5));
        var ferry = new Tap("tap:g:1", AT, "g", "STAR", "STAR:1", "STAR:1#1", "UPPER", Direction.ENTRY);
        var bus = new Tap(
                "tap:h:1",
                AT.plusSeconds(1),
                "h",
                "STAR",
                "STAR:1",
                "STAR:1#2",
                null,
                Direction.EXIT,
                AT.plusSeconds(9));
        var leg = new Leg("STAR:1", "STAR:1#1", null, "single", "all", Money.of(650, "HKD"), "fare_leg_rules.txt:2");
        var surcharge = new Adjustment(Adjustment.Kind.SURCHARGE, Money.of(100, "HKD"), "policy:surcharge");
        var fare = new Assessed(
                "journey:tap:g:1",
                3,
                Money.of(750, "HKD"),
                AT,
                List.of("tap:g:1"),
                "STAR",
                "hong-kong",
                "HK",
                new JourneyFare(leg, List.of(surcharge), false, "STAR@1"));
        var none =
                new Assessed("journey:tap:h:1", 1, Money.of(0, "HKD"), AT, List.of(), "STAR", "hong-kong", "HK", null);
        var history = new RiderHistory(
                List.of(new RiderTap(ferry, terms), new RiderTap(bus, terms)),
                Map.of(fare.journeyId(), fare, none.journeyId(), none),
                new Totals(Map.of("day-cap/day/2026-04-01", 1200L)),
                new Totals(Map.of("subsidy/hk/2026-04-01", 34L)));
        var stored = new Stored(history, AT.plusSeconds(9_000));

        assertThat(RiderStateCodec.decode(RiderStateCodec.encode(stored))).isEqualTo(stored);
    }

    @Test
    void anotherVersionsStateIsRefusedNotMisread() {
        byte[] value = RiderStateCodec.encode(Stored.NOTHING);
        value[2]++;

        assertThatIllegalStateException()
                .isThrownBy(() -> RiderStateCodec.decode(value))
                .withMessageContaining("another version");
    }

    @Test
    void nothingStoredIsAnEmptyHistory() {
        assertThat(RiderStateCodec.decode(null)).isEqualTo(Stored.NOTHING);
        assertThat(RiderStateCodec.decode(RiderStateCodec.encode(Stored.NOTHING)))
                .isEqualTo(Stored.NOTHING);
    }
}
