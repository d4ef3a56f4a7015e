package io.baytap.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.schemas.Topics;
import io.baytap.schemas.replay.v1.ReplayTick;
import io.baytap.schemas.taps.v1.TapRejected;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.EventWriter;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.RegistryLookup;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The line's own reader and writer, against the registry's serializers. */
class WireFormatIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ReplayTick TICK = ReplayTick.newBuilder()
            .setEventId("tick:line:1")
            .setOccurredAt(Instant.EPOCH)
            .setClockId("line")
            .build();

    private static final Vertx VERTX = Vertx.vertx();
    private static EmbeddedStack stack;

    @BeforeAll
    static void start() {
        stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY));
        stack.setUpTopics();
    }

    @AfterAll
    static void stop() {
        stack.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theRegistrysDeserializerReadsWhatWeWriteAndWeReadWhatItsSerializerWrites() {
        var lookup = new RegistryLookup(stack.registryUrl(), VERTX);
        byte[] ours = new EventWriter<>(Topics.REPLAY_TICKS, ReplayTick.class, lookup).write(TICK);

        try (Records records = new Records(stack.bootstrapServers(), stack.registryUrl())) {
            records.produceBytes(Topics.REPLAY_TICKS.name(), "line", ours);
            records.produce(Topics.REPLAY_TICKS, List.of(TICK));

            assertThat(records.consume(Topics.REPLAY_TICKS, ReplayTick.class, 2, LIMIT))
                    .containsExactly(TICK, TICK);
            assertThat(records.consumeBytes(Topics.REPLAY_TICKS.name(), 2, LIMIT))
                    .allSatisfy(record -> assertThat(new EventReader<>(ReplayTick.class, lookup).read(record.value()))
                            .isEqualTo(new Reading.Event<>(TICK)));
        }
    }

    @Test
    void aSchemaThatTheRegistryDoesNotHaveIsTheRecordsFault() {
        var lookup = new RegistryLookup(stack.registryUrl(), VERTX);

        assertThat(cause(new EventReader<>(ReplayTick.class, lookup).read(new byte[] {0, 0x7f, 0, 0, 0, 1})))
                .isEqualTo(Reading.Cause.UNKNOWN_SCHEMA);
    }

    @Test
    void anotherTopicsEventIsTheRecordsFault() {
        var lookup = new RegistryLookup(stack.registryUrl(), VERTX);
        byte[] tick = new EventWriter<>(Topics.REPLAY_TICKS, ReplayTick.class, lookup).write(TICK);

        assertThat(cause(new EventReader<>(TapRejected.class, lookup).read(tick)))
                .isEqualTo(Reading.Cause.OTHER_EVENT);
    }

    @Test
    void aRegistryThatIsAwayIsNobodysFault() {
        var lookup = new RegistryLookup("http://127.0.0.1:" + Ports.free() + "/apis/registry/v3", VERTX);
        var reader = new EventReader<>(ReplayTick.class, lookup);

        assertThatThrownBy(() -> reader.read(new byte[] {0, 0, 0, 0, 1, 0})).isInstanceOf(RegistryAwayException.class);
        assertThatThrownBy(() -> new EventWriter<>(Topics.REPLAY_TICKS, ReplayTick.class, lookup).write(TICK))
                .isInstanceOf(RegistryAwayException.class);
    }

    @Test
    void anAddressThatIsNotARegistryIsNobodysFault() {
        var lookup = new RegistryLookup(stack.registryUrl() + "/elsewhere", VERTX);

        assertThatThrownBy(() -> lookup.find(1)).isInstanceOf(RegistryAwayException.class);
    }

    private static Reading.Cause cause(Reading<?> reading) {
        return ((Reading.Unreadable<?>) reading).cause();
    }
}
