package io.baytap.wallet.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.wallets.v1.Contract;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.schemas.wire.DeadLetter;
import io.baytap.schemas.wire.EventWriter;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import io.baytap.wallet.Fares;
import io.baytap.wallet.domain.Conversion;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeTest {

    private static final SchemaLookup REGISTRY = new FakeRegistry(false);
    private static final String RIDER = "WEIXIN_PAY:a";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    static Stream<Arguments> poison() {
        byte[] contract =
                new EventWriter<>(Topics.WALLETS_CONTRACTS, Contract.class, REGISTRY).write(Fares.contract(RIDER));
        return Stream.of(
                Arguments.of("NO_VALUE", null),
                Arguments.of("NOT_FRAMED", "not an event".getBytes(UTF_8)),
                Arguments.of("UNKNOWN_SCHEMA", new byte[] {0, 0, 0, 0, 99, 1}),
                Arguments.of("OTHER_EVENT", contract),
                Arguments.of("NOT_AVRO", Arrays.copyOf(changed(fare -> fare), 20)),
                Arguments.of("UNKNOWN_SCHEME", changed(fare -> fare.setWalletScheme(WalletScheme.UNKNOWN))),
                Arguments.of("UNKNOWN_CURRENCY", changed(fare -> fare.setFareCurrency("HK$"))),
                Arguments.of("ID_NOT_FROM_CAUSE", changed(fare -> fare.setEventId("conversion:other"))),
                Arguments.of("WALLET_CURRENCY", changed(fare -> fare.setWalletCurrency("HKD"))),
                Arguments.of("AMOUNTS_DISAGREE", changed(fare -> fare.setFareCurrency("CNY"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poison")
    void aRecordThatCannotBeUsedIsParkedAloneWithItsReason(String reason, byte @Nullable [] value) {
        byte[] good = changed(fare -> fare);

        var taken = intake(REGISTRY).take(List.of(record(1, good), record(2, value), record(3, good)));

        assertThat(taken.facts().keySet()).extracting(ConsumerRecord::offset).containsExactly(1L, 3L);
        assertThat(taken.parked()).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo("fares.converted.v1.wallet-settlement.dlq");
            assertThat(letter.value()).isEqualTo(value);
            assertThat(new String(letter.headers().lastHeader(DeadLetter.REASON).value(), UTF_8))
                    .isEqualTo(reason);
        });
        assertThat(metrics.get("wallet.records.parked")
                        .tag("topic", "fares.converted.v1")
                        .tag("reason", reason)
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aRegistryThatIsAwayParksNothing() {
        assertThatThrownBy(() -> intake(new FakeRegistry(true)).take(List.of(record(1, changed(fare -> fare)))))
                .isInstanceOf(RegistryAwayException.class);
    }

    private Intake<FareConverted, Conversion> intake(SchemaLookup registry) {
        return new Intake<>(Topics.FARES_CONVERTED, FareConverted.class, registry, FareMapper::toConversion, metrics);
    }

    private static byte[] changed(UnaryOperator<FareConverted.Builder> change) {
        var fare = FareConverted.newBuilder(Fares.fare(RIDER, 0, 1000, 930, 5));
        return new EventWriter<>(Topics.FARES_CONVERTED, FareConverted.class, REGISTRY)
                .write(change.apply(fare).build());
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, byte @Nullable [] value) {
        return new ConsumerRecord<>(Topics.FARES_CONVERTED.name(), 0, offset, RIDER.getBytes(UTF_8), value);
    }
}
