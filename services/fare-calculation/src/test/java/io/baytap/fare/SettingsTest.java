package io.baytap.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void whatIsNotSaidHasItsDefault() {
        FareConfig config = config(Map.of());

        assertThatCode(() -> Settings.check(config, true)).doesNotThrowAnyException();
        assertThat(config.horizon()).isEqualTo(Duration.ofDays(8));
        assertThat(config.caughtUpAfter()).isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "fare.tariffs, target/no-such-directory",
        "fare.tariffs-interval, 1ms",
        "fare.horizon, P7D",
        "fare.caught-up-after, -1s",
        "fare.rate-age-max, PT23H",
        "fare.advertised-address, http://here:80",
        "fare.advertised-address, here",
        "fare.expiry-interval, 1ms",
        "fare.clock, replay",
        "fare.clock, sundial",
    })
    void aBadValueIsRefusedByName(String setting, String value) {
        assertThatThrownBy(() -> Settings.check(config(Map.of(setting, value)), true))
                .hasMessageContaining(setting);
    }

    @Test
    void withConfigMapsNoDirectoryIsNeeded() {
        assertThatThrownBy(() -> Settings.check(config(Map.of("fare.tariffs", "")), false))
                .hasMessageContaining("fare.tariffs is missing");

        FareConfig config = config(Map.of("fare.tariffs", "", "fare.config-maps.selector", "baytap.io/tariffs=true"));

        assertThatCode(() -> Settings.check(config, false)).doesNotThrowAnyException();
        assertThat(Settings.tariffs(config)).containsExactly(Path.of("target/state/tariffs"));
    }

    @Test
    void aReplayIsTakenWhereItIsAllowed() {
        assertThatCode(() -> Settings.check(config(Map.of("fare.clock", "replay")), false))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        Settings.check(config(Map.of("fare.clock", "replay", "fare.replay-allowed", "true")), true))
                .doesNotThrowAnyException();
    }

    @Test
    void theDeploymentMayTuneTheStreamButNotItsGuarantee() {
        var config = config(Map.of(
                "fare.streams.\"num.stream.threads\"", "4", "fare.streams.\"processing.guarantee\"", "at_least_once"));

        var settings = Settings.streams(config, Map.of("bootstrap.servers", "broker:9092"));

        assertThat(settings)
                .containsEntry("num.stream.threads", "4")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("application.id", "fare-calculation")
                .containsEntry("bootstrap.servers", "broker:9092");
    }

    private static FareConfig config(Map<String, String> said) {
        Map<String, String> values =
                new HashMap<>(Map.of("fare.state-directory", "target/state", "fare.tariffs", "target"));
        values.putAll(said);
        return new SmallRyeConfigBuilder()
                .withMapping(FareConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValues(values)
                .build()
                .getConfigMapping(FareConfig.class);
    }
}
