package io.baytap.fare.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fare.domain.Direction;
import io.baytap.fare.domain.Pairing;
import io.baytap.fare.domain.RiderHistory;
import io.baytap.fare.domain.RiderTap;
import io.baytap.fare.domain.Tap;
import io.baytap.fare.domain.Terms;
import io.baytap.fare.messaging.RiderStateCodec.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RiderStoreTest {

    private static final Instant NOON = Instant.parse("2026-04-09T04:00:00Z");
    private static final Duration HORIZON = Duration.ofDays(8);
    private static final int MAX = 10;

    private final KeyValueStore<Bytes, byte[]> bytes = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("riders"), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    private final RiderStore riders = store();

    RiderStoreTest() {
        bytes.init(new MockProcessorContext<>().getStateStoreContext(), bytes);
    }

    @AfterEach
    void close() {
        bytes.close();
    }

    @Test
    void theEarliestIsWokenFirstAndNobodyEarly() {
        put("late", NOON.plusSeconds(60));
        put("early", NOON.plusSeconds(30));

        assertThat(riders.wakenBy(NOON.plusSeconds(29), MAX)).isEmpty();
        assertThat(riders.wakenBy(NOON.plusSeconds(60), MAX)).containsExactly("early", "late");
        assertThat(riders.wakenBy(NOON.plusSeconds(60), 1)).containsExactly("early");
    }

    @Test
    void anAlarmMovesWithTheRider() {
        assertThat(riders.wakenBy(NOON, MAX)).isEmpty();
        put("a", NOON.plusSeconds(30));
        put("a", NOON.plusSeconds(90));
        put("b", NOON.plusSeconds(30));
        riders.forget("b", riders.get("b"));

        assertThat(riders.wakenBy(NOON.plusSeconds(60), MAX)).isEmpty();
        assertThat(riders.wakenBy(NOON.plusSeconds(90), MAX)).containsExactly("a");
    }

    @Test
    void alarmsAreFoundAgainAfterARestartAndWhenTheirTimeComes() {
        put("today", NOON.plusSeconds(30));
        put("in a week", NOON.plus(Duration.ofDays(7)));
        RiderStore restarted = store();

        assertThat(restarted.wakenBy(NOON.plusSeconds(30), MAX)).containsExactly("today");
        restarted.forget("today", restarted.get("today"));
        assertThat(restarted.wakenBy(NOON.plus(Duration.ofDays(6)), MAX)).isEmpty();
        assertThat(restarted.wakenBy(NOON.plus(Duration.ofDays(7)), MAX)).containsExactly("in a week");
    }

    private RiderStore store() {
        return new RiderStore(bytes, HORIZON);
    }

    private void put(String riderId, Instant nextExpiry) {
        Stored before = riders.get(riderId);
        riders.put(riderId, before, RiderHistory.none().with(tap(riderId)), nextExpiry);
    }

    private static RiderTap tap(String riderId) {
        var terms = new Terms(
                "MTR",
                "hong-kong",
                "HK",
                Currency.getInstance("HKD"),
                "RAIL",
                Pairing.ENTRY_EXIT,
                Duration.ofMinutes(150),
                Duration.ofMinutes(5));
        return new RiderTap(
                new Tap("tap:g:" + riderId, NOON, "g", "MTR", "RAIL", "MTR:1", null, Direction.ENTRY), terms);
    }
}
