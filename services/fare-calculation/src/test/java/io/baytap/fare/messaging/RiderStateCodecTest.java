package io.baytap.fare.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fare.domain.Assessed;
import io.baytap.fare.domain.Direction;
import io.baytap.fare.domain.Pairing;
import io.baytap.fare.domain.RiderHistory;
import io.baytap.fare.domain.RiderTap;
import io.baytap.fare.domain.Tap;
import io.baytap.fare.domain.Terms;
import io.baytap.fare.messaging.RiderStateCodec.Stored;
import io.baytap.fare.messaging.state.RiderState;
import io.baytap.schemas.Money;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
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
        var bus = new Tap("tap:h:1", AT.plusSeconds(1), "h", "STAR", "STAR:1", "STAR:1#2", null, Direction.EXIT, AT);
        var fare = new Assessed(
                "journey:tap:g:1", 3, Money.of(650, "HKD"), false, AT, List.of("tap:g:1"), "STAR", "hong-kong", "HK");
        var history = new RiderHistory(
                List.of(new RiderTap(ferry, terms), new RiderTap(bus, terms)), Map.of(fare.journeyId(), fare));
        var stored = new Stored(history, AT.plusSeconds(9_000));

        assertThat(RiderStateCodec.decode(RiderStateCodec.encode(stored))).isEqualTo(stored);
    }

    @Test
    void whatTheFirstVersionStoredIsReadWithItsTimesUncorrected() throws IOException {
        Schema first;
        try (InputStream in = RiderState.class.getResourceAsStream("/io/baytap/fare/messaging/RiderState-1.avsc")) {
            first = new Schema.Parser().parse(Objects.requireNonNull(in));
        }
        GenericRecord tap = new GenericRecordBuilder(
                        first.getField("taps").schema().getElementType())
                .set("id", "tap:g:1")
                .set("occurredAt", ChronoUnit.MICROS.between(Instant.EPOCH, AT))
                .set("gateId", "g")
                .set("operatorId", "STAR")
                .set("routeId", "STAR:1")
                .set("stopId", "STAR:1#1")
                .set("direction", "ENTRY")
                .set("city", "hong-kong")
                .set("territory", "HK")
                .set("currency", "HKD")
                .set("network", "STAR:1")
                .set("pairing", "ENTRY_EXIT")
                .set("journeySecondsMax", 9000L)
                .set("reTapSeconds", 300L)
                .build();
        GenericRecord state = new GenericRecordBuilder(first)
                .set("taps", List.of(tap))
                .set("fares", List.of())
                .build();
        ByteBuffer bytes = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), first).encode(state);

        Stored stored = RiderStateCodec.decode(stored(bytes));

        Tap read = stored.history().taps().getFirst().tap();
        assertThat(read).isEqualTo(new Tap("tap:g:1", AT, "g", "STAR", "STAR:1", "STAR:1#1", null, Direction.ENTRY));
    }

    private static byte[] stored(ByteBuffer bytes) {
        byte[] value = new byte[bytes.remaining()];
        bytes.get(value);
        return value;
    }

    @Test
    void nothingStoredIsAnEmptyHistory() {
        assertThat(RiderStateCodec.decode(null)).isEqualTo(Stored.NOTHING);
        assertThat(RiderStateCodec.decode(RiderStateCodec.encode(Stored.NOTHING)))
                .isEqualTo(Stored.NOTHING);
    }
}
