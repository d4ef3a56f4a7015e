package io.baytap.reporting.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.reporting.TravelDay;
import io.baytap.reporting.domain.Corridor;
import io.baytap.reporting.domain.EventKey;
import io.baytap.reporting.domain.Observation;
import io.baytap.reporting.domain.Observation.FarePosted;
import io.baytap.reporting.domain.PostingKind;
import io.baytap.reporting.messaging.LineReader.Parked;
import io.baytap.schemas.Money;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapRejected;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.schemas.wire.EventWriter;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LineReaderTest {

    private static final FakeRegistry REGISTRY = new FakeRegistry();
    private static final TravelDay DAY = new TravelDay(LocalDate.of(2026, 4, 9));
    private static final SettlementPosted FARE = DAY.fare("j1", 0, FareKind.FARE, 1_050, 970);

    private final LineReader reader = new LineReader(REGISTRY, Topics.events());

    /** A topic's schema has the topic's place in the table as its content id. */
    private static final class FakeRegistry implements SchemaLookup {

        @Override
        public @Nullable Schema find(int contentId) {
            return contentId < Topics.events().size()
                    ? Topics.events().get(contentId).schema()
                    : null;
        }

        @Override
        public int contentId(Topic topic) {
            return Topics.events().indexOf(topic);
        }
    }

    @Test
    void aFareIsReadWithoutItsRider() {
        List<Observation> observations =
                only(read(Topics.SETTLEMENTS_POSTED, bytes(FARE)).events()).observations();

        assertThat(observations).hasSize(2).first().isInstanceOfSatisfying(FarePosted.class, fare -> {
            assertThat(fare.corridor()).isEqualTo(Corridor.parse("CN-HK"));
            assertThat(fare.kind()).isEqualTo(PostingKind.FARE);
            assertThat(fare.fare()).isEqualTo(Money.of(1_050, "HKD"));
            assertThat(fare.debit()).isEqualTo(Money.of(970, "CNY"));
            assertThat(fare.day()).isEqualTo(DAY.day());
        });
        assertThat(observations.toString()).doesNotContain(FARE.getRiderId());
    }

    static Stream<Arguments> poison() {
        byte[] good = bytes(FARE);
        byte[] tap = new EventWriter<>(Topics.TAPS_ACCEPTED, TapAccepted.class, REGISTRY)
                .write(DAY.tap("g", 1, "MTR", DAY.at(9, 0), false));
        return Stream.of(
                Arguments.of("nothing", null, "NO_VALUE"),
                Arguments.of("an empty value", new byte[0], "NOT_FRAMED"),
                Arguments.of("a header alone, cut", new byte[] {0, 0, 0}, "NOT_FRAMED"),
                Arguments.of("JSON", "{\"eventId\":1}".getBytes(UTF_8), "NOT_FRAMED"),
                Arguments.of("an unknown schema", new byte[] {0, 0, 0, 0, 99, 1, 2}, "UNKNOWN_SCHEMA"),
                Arguments.of("another event", tap, "OTHER_EVENT"),
                Arguments.of("a cut event", Arrays.copyOf(good, good.length - 3), "NOT_AVRO"),
                Arguments.of("more than an event", Arrays.copyOf(good, good.length + 1), "NOT_AVRO"),
                Arguments.of("a text of two gigabytes", twoGigabytes(), "NOT_AVRO"));
    }

    @ParameterizedTest(name = "{0} → {2}")
    @MethodSource("poison")
    void poisonIsParkedAndItsNeighboursAreRead(String what, byte @Nullable [] value, String reason) {
        byte[] good = bytes(FARE);

        var read = reader.read(List.of(
                record(Topics.SETTLEMENTS_POSTED, 1, good),
                record(Topics.SETTLEMENTS_POSTED, 2, value),
                record(Topics.SETTLEMENTS_POSTED, 3, good)));

        assertThat(read.events()).as(what).hasSize(2);
        assertThat(read.parked()).extracting(Parked::reason).containsExactly(reason);
        assertThat(read.parked()).singleElement().satisfies(parked -> {
            assertThat(parked.record().offset()).isEqualTo(2);
            assertThat(parked.deadLetter().topic()).isEqualTo("settlements.posted.v1.cross-border-reporting.dlq");
            assertThat(parked.deadLetter().value()).isEqualTo(value);
        });
    }

    /** Ten bytes whose first text says that it is two thousand million characters long. */
    private static byte[] twoGigabytes() {
        return ByteBuffer.allocate(10)
                .put((byte) 0)
                .putInt(REGISTRY.contentId(Topics.SETTLEMENTS_POSTED))
                .put(new byte[] {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0e})
                .array();
    }

    @Test
    void aLengthThatIsALieIsNotGivenTheMemory() {
        var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();

        read(Topics.SETTLEMENTS_POSTED, twoGigabytes());

        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000_000);
    }

    static Stream<Arguments> unreportable() {
        return Stream.of(
                unreportable("eventId", fare -> fare.setEventId("")),
                unreportable("occurredAt", fare -> fare.setOccurredAt(Instant.parse("1969-12-31T23:59:59Z"))),
                unreportable("businessDay", fare -> fare.setBusinessDay(LocalDate.of(-4713, 1, 1))),
                unreportable("territory", fare -> fare.setTerritory("Hong Kong")),
                unreportable("city", fare -> fare.setCity("hong\u0000kong")),
                unreportable("operatorId", fare -> fare.setOperatorId("M".repeat(201))),
                unreportable("walletScheme", fare -> fare.setWalletScheme(WalletScheme.UNKNOWN)),
                unreportable("kind", fare -> fare.setKind(FareKind.UNKNOWN)),
                unreportable("fareMinor", fare -> fare.setFareMinor(Fields.AMOUNT_MINOR_MAX + 1)),
                unreportable("walletMinor", fare -> fare.setWalletMinor(-Fields.AMOUNT_MINOR_MAX - 1)),
                unreportable("currency of fareMinor", fare -> fare.setFareCurrency("XYZ")));
    }

    private static Arguments unreportable(String field, UnaryOperator<SettlementPosted.Builder> change) {
        return Arguments.of(field, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreportable")
    void aValueThatNoReportCanHoldIsParkedByTheNameOfItsField(
            String field, UnaryOperator<SettlementPosted.Builder> change) {
        SettlementPosted event = change.apply(SettlementPosted.newBuilder(FARE)).build();

        var read = read(Topics.SETTLEMENTS_POSTED, bytes(event));

        assertThat(read.parked()).extracting(Parked::reason).containsExactly("OUT_OF_RANGE " + field);
    }

    @Test
    void theLargestAmountIsRead() {
        SettlementPosted event = SettlementPosted.newBuilder(FARE)
                .setFareMinor(Fields.AMOUNT_MINOR_MAX)
                .setOperatorId("M".repeat(Fields.TEXT_LENGTH_MAX))
                .build();

        assertThat(read(Topics.SETTLEMENTS_POSTED, bytes(event)).parked()).isEmpty();
    }

    @Test
    void aRegistryThatIsAwayParksNothing() {
        var away = new LineReader(
                new SchemaLookup() {
                    @Override
                    public Schema find(int contentId) {
                        throw new RegistryAwayException("HTTP 503");
                    }

                    @Override
                    public int contentId(Topic topic) {
                        throw new RegistryAwayException("HTTP 503");
                    }
                },
                Topics.events());

        assertThatThrownBy(() -> away.read(List.of(record(Topics.SETTLEMENTS_POSTED, 1, bytes(FARE)))))
                .isInstanceOf(RegistryAwayException.class);
    }

    @Test
    void aTapThatComesAgainWithItsClockCorrectedOtherwiseIsTheSameEvent() {
        TapAccepted first = DAY.tap("g", 1, "MTR", DAY.at(23, 59), false);
        first.setDeviceTime(DAY.at(23, 58));
        TapAccepted again = TapAccepted.newBuilder(first)
                .setOccurredAt(DAY.at(23, 59).plusSeconds(90))
                .build();

        assertThat(keyOf(Topics.TAPS_ACCEPTED, TapAccepted.class, again))
                .isEqualTo(keyOf(Topics.TAPS_ACCEPTED, TapAccepted.class, first));
    }

    @ParameterizedTest(name = "{0} of {1} hours before it came")
    @CsvSource({"CLOCK_AHEAD, -3", "TOO_OLD, 200"})
    void aTapThatIsRefusedForItsClockAgainIsTheSameEvent(String reason, int hours) {
        TapRejected first = DAY.rejected("g", 1, "MTR", DAY.at(20, 0).minusSeconds(hours * 3_600L), reason);
        TapRejected again =
                TapRejected.newBuilder(first).setReceivedAt(DAY.at(20, 5)).build();

        assertThat(keyOf(Topics.TAPS_REJECTED, TapRejected.class, again))
                .isEqualTo(keyOf(Topics.TAPS_REJECTED, TapRejected.class, first));
    }

    /** As it is after the wallet's database was set back. */
    @Test
    void aDebitThatIsToldOnceMoreLaterIsTheSameEvent() {
        ChargeSettled first = DAY.settled("charge:1", "MTR", WalletScheme.WEIXIN_PAY, 930, "CNY");
        ChargeSettled again = ChargeSettled.newBuilder(first)
                .setOccurredAt(first.getOccurredAt().plusSeconds(7_200))
                .build();

        assertThat(keyOf(Topics.CHARGES_SETTLED, ChargeSettled.class, again))
                .isEqualTo(keyOf(Topics.CHARGES_SETTLED, ChargeSettled.class, first));
    }

    private <T extends SpecificRecord> EventKey keyOf(Topic topic, Class<T> type, T event) {
        return only(read(topic, new EventWriter<>(topic, type, REGISTRY).write(event))
                        .events())
                .key();
    }

    private static byte[] bytes(SettlementPosted fare) {
        return new EventWriter<>(Topics.SETTLEMENTS_POSTED, SettlementPosted.class, REGISTRY).write(fare);
    }

    private LineReader.Read read(Topic topic, byte[] value) {
        return reader.read(List.of(record(topic, 0, value)));
    }

    private static ConsumerRecord<byte[], byte[]> record(Topic topic, long offset, byte @Nullable [] value) {
        return new ConsumerRecord<>(topic.name(), 0, offset, "key".getBytes(UTF_8), value);
    }

    private static <T> T only(List<T> observations) {
        assertThat(observations).hasSize(1);
        return observations.getFirst();
    }
}
