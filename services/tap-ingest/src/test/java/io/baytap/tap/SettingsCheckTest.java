package io.baytap.tap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {

    private static final String MAINLAND = base64("the mainland's key, 32 bytes long");
    private static final String HONG_KONG = base64("Hong Kong's own key, 32 bytes long");

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
        "tap.pseudonym-keys.mainland, c2hvcnQ=",
        "tap.pseudonym-keys.hong-kong, ''",
        "tap.pseudonym-keys.hong-kong, no base64!",
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
    void eachSideNeedsAKeyOfItsOwn() {
        assertThatThrownBy(() -> SettingsCheck.check(config(Map.of("tap.pseudonym-keys.hong-kong", MAINLAND)), true))
                .hasMessageContaining("tap.pseudonym-keys.hong-kong is the key of tap.pseudonym-keys.mainland")
                .hasMessageNotContaining(MAINLAND);
    }

    @Test
    void aKeyThatIsTooShortIsRefusedByItsLength() {
        String key = base64("31 bytes are one byte too few..");

        assertThatThrownBy(() -> SettingsCheck.check(config(Map.of("tap.pseudonym-keys.mainland", key)), false))
                .hasMessageContaining("tap.pseudonym-keys.mainland has 31 bytes; it needs 32")
                .hasMessageNotContaining(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tap.pseudonym-keys.mainland", "tap.pseudonym-keys.hong-kong"})
    void aKeyThatEverybodyKnowsIsForDevelopment(String setting) {
        String key = base64("baytap-development-key-of-somebody");
        Map<String, String> settings = Map.of(setting, key);

        assertThatThrownBy(() -> SettingsCheck.check(config(settings), true))
                .hasMessageContaining(setting + " is a development key");
        assertThatCode(() -> SettingsCheck.check(config(settings), false)).doesNotThrowAnyException();
        assertThatCode(() -> SettingsCheck.check(
                        config(Map.of(setting, key, "tap.pseudonym-keys.development-allowed", "true")), true))
                .doesNotThrowAnyException();
    }

    @Test
    void aDayCanBeReplayedOutsideProductionAndWhereItIsAllowed() {
        assertThatCode(() -> SettingsCheck.check(config(Map.of("tap.clock", "replay")), false))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        SettingsCheck.check(config(Map.of("tap.clock", "replay", "tap.replay-allowed", "true")), true))
                .doesNotThrowAnyException();
    }

    private static String base64(String key) {
        return Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static TapConfig config(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(
                Map.of("tap.pseudonym-keys.mainland", MAINLAND, "tap.pseudonym-keys.hong-kong", HONG_KONG));
        settings.putAll(others);
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(TapConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(TapConfig.class);
    }
}
