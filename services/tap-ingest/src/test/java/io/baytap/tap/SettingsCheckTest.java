package io.baytap.tap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {

    @Test
    void theDefaultsAreFine() {
        assertThatCode(() -> SettingsCheck.check(config(Map.of()), true)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "tap.late-after, 0s",
        "tap.too-old-after, 1m",
        "tap.ahead-max, 2d",
        "tap.code-early-max, -1s",
        "tap.sent-at-skew-max, 0s",
        "tap.delivery-timeout, 1ms",
        "tap.linger, 4s",
        "tap.retry-after, 10ms",
        "tap.batch-max, 0",
        "tap.body-max, 17M",
        "tap.in-flight-taps-max, 999",
        "tap.in-flight-bodies-max, 1000",
        "tap.duplicates-max, -1",
        "tap.codes-max, -1",
        "tap.kafka.batches-max, 0",
        "tap.deny-list.wait-max, 1m",
        "tap.deny-list.waiting-max, -1",
        "tap.deny-list.lifted-max, -1",
        "tap.mqtt.url, http://broker",
        "tap.mqtt.receive-max, 65536",
        "tap.owed-ranges-max, 0",
        "tap.sequences-every, 1ms",
        "tap.gate-clocks.window, 0s",
        "tap.gate-clocks.batches-min, 0",
        "tap.gate-clocks.drift-min, 0s",
        "tap.gate-clocks.correction-max, 2d",
        "tap.key-overlap-max, -1s",
        "tap.registry-token, short",
        "tap.reader-token, short",
        "tap.batch-max, many",
        "tap.clock, sundial",
        "tap.clock, replay"
    })
    void aBadSettingIsRefusedByItsName(String setting, String value) {
        assertThatThrownBy(() -> SettingsCheck.check(config(Map.of(setting, value)), true))
                .hasMessageContaining(setting);
    }

    @Test
    void aDayCanBeReplayedOutsideProductionAndWhereItIsAllowed() {
        assertThatCode(() -> SettingsCheck.check(config(Map.of("tap.clock", "replay")), false))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        SettingsCheck.check(config(Map.of("tap.clock", "replay", "tap.replay-allowed", "true")), true))
                .doesNotThrowAnyException();
    }

    private static TapConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(TapConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(TapConfig.class);
    }
}
