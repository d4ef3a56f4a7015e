package io.baytap.tap.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.schemas.taps.v1.PresentedTap;
import io.baytap.schemas.taps.v1.TapDirection;
import io.baytap.schemas.taps.v1.TapsPresented;
import io.baytap.schemas.wire.EventWriter;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import io.baytap.tap.domain.BatchFormat;
import io.baytap.tap.domain.BatchReading;
import io.baytap.tap.domain.Direction;
import io.baytap.tap.domain.Refusal;
import io.baytap.tap.domain.Tap;
import io.baytap.tap.domain.TapReading;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroBatchesTest {

    private static final Instant AT = Instant.parse("2026-04-09T00:12:31.123456Z");
    private static final int BATCH_SCHEMA = 7;

    /** Knows one schema, or is away. */
    private static final class OneSchema implements SchemaLookup {
        boolean away;

        @Override
        public @Nullable Schema find(int contentId) {
            if (away) {
                throw new RegistryAwayException("away");
            }
            return contentId == BATCH_SCHEMA ? Topics.TAPS_PRESENTED.schema() : null;
        }

        @Override
        public int contentId(Topic topic) {
            return BATCH_SCHEMA;
        }
    }

    private final OneSchema schemas = new OneSchema();
    private final EventWriter<TapsPresented> writer =
            new EventWriter<>(Topics.TAPS_PRESENTED, TapsPresented.class, schemas);
    private final AvroBatches batches = new AvroBatches(schemas, 3);

    @Test
    void aTapWithEverythingIsReadWhole() {
        PresentedTap tap = tap(each -> {
            each.setRouteId("r");
            each.setStopId("s");
            each.setDeck("UPPER");
            each.setDenyListVersion("0-13");
        });

        assertThat(read(bytes(tap)))
                .isEqualTo(new BatchReading.Batch(List.of(new TapReading.Complete(
                        new Tap(4011, AT, Direction.ENTRY, "a.b.c", "r", "s", "UPPER", "0-13")))));
    }

    @Test
    void aBadFieldIsNamedAsInJson() {
        assertThat(fault(tap -> tap.setSequence(-5))).isEqualTo("sequence");
        assertThat(fault(tap -> tap.setDirection(TapDirection.UNKNOWN))).isEqualTo("direction");
        assertThat(fault(tap -> tap.setRiderCode(" "))).isEqualTo("riderCode");
        assertThat(fault(tap -> tap.setRiderCode("a".repeat(2049)))).isEqualTo("riderCode");
        assertThat(fault(tap -> tap.setRouteId("a".repeat(129)))).isEqualTo("routeId");
        assertThat(fault(tap -> tap.setDeck("MIDDLE"))).isEqualTo("deck");
        assertThat(fault(tap -> tap.setOccurredAt(Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS))))
                .isEqualTo("occurredAt");
    }

    @Test
    void aBatchMayBeAsLargeAsTheLimitAndOnlyOfTheGateThatSigned() {
        assertThat(read(bytes(Collections.nCopies(3, tap(_ -> {})).toArray(PresentedTap[]::new))))
                .isInstanceOf(BatchReading.Batch.class);
        assertThat(read(bytes(Collections.nCopies(4, tap(_ -> {})).toArray(PresentedTap[]::new))))
                .isEqualTo(new BatchReading.Refused(new Refusal.BatchTooLarge(3)));
        assertThat(batches.read(BatchFormat.AVRO, bytes(tap(_ -> {})), "another"))
                .isEqualTo(new BatchReading.Refused(new Refusal.MalformedBody("gateId is another gate's")));
    }

    @Test
    void aRegistryThatIsAwayIsNoFaultOfTheBatch() {
        byte[] body = bytes(tap(_ -> {}));
        schemas.away = true;

        assertThat(read(body)).isEqualTo(new BatchReading.Refused(new Refusal.RegistryAway()));
        schemas.away = false;
        assertThat(read(body)).isInstanceOf(BatchReading.Batch.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noBytesMakeItFail(long seed) {
        var random = new SplittableRandom(seed);
        byte[] good = bytes(tap(_ -> {}), tap(tap -> tap.setDeck("LOWER")));
        for (int i = 0; i < 2000; i++) {
            byte[] body = good.clone();
            for (int change = random.nextInt(1, 6); change > 0; change--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(body)).isNotNull();
        }
    }

    private @Nullable String fault(Consumer<PresentedTap> change) {
        if (read(bytes(tap(change))) instanceof BatchReading.Batch(var taps)
                && taps.getFirst() instanceof TapReading.Malformed malformed) {
            return malformed.field();
        }
        throw new AssertionError("nothing is wrong with it");
    }

    private BatchReading read(byte[] body) {
        return batches.read(BatchFormat.AVRO, body, "gate");
    }

    private byte[] bytes(PresentedTap... taps) {
        return writer.write(new TapsPresented("taps:gate:4011", AT, "gate", List.of(taps)));
    }

    private static PresentedTap tap(Consumer<PresentedTap> change) {
        var tap = new PresentedTap(4011L, AT, TapDirection.ENTRY, "a.b.c", null, null, null, null);
        change.accept(tap);
        return tap;
    }
}
