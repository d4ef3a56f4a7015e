package io.baytap.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.fx.domain.WalletScheme;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void whatIsNotSaidHasItsDefault() {
        var settings = Settings.conversion(config(Map.of()));

        assertThat(settings.spreads().basisPoints(WalletScheme.WEIXIN_PAY)).isEqualTo(50);
        assertThat(settings.releaseMax()).isEqualTo(500);
        assertThat(settings.termsKept()).isEqualTo(Duration.ofDays(31));
        assertThat(config(Map.of()).rateAgeMax()).isEqualTo(Duration.ofDays(5));
    }

    @Test
    void aSchemeMayHaveItsOwnSpread() {
        var settings = Settings.conversion(config(Map.of("fx.scheme-spread-basis-points.WECHAT_PAY_HK", "30")));

        assertThat(settings.spreads().basisPoints(WalletScheme.WECHAT_PAY_HK)).isEqualTo(30);
        assertThat(settings.spreads().basisPoints(WalletScheme.WEIXIN_PAY)).isEqualTo(50);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "fx.spread-basis-points, -1",
        "fx.spread-basis-points, 1001",
        "fx.spread-basis-points, half",
        "fx.scheme-spread-basis-points.WEIXIN_PAY, 1001",
        "fx.scheme-spread-basis-points.WEIXIN, 10",
        "fx.rate-age-max, P0D",
        "fx.rate-age-max, five days",
        "fx.journey-terms-kept, P1D",
        "fx.release-interval, 1ms",
        "fx.release-max, 0",
    })
    void aBadValueIsRefusedByName(String setting, String value) {
        assertThatThrownBy(() -> Settings.conversion(config(Map.of(setting, value))))
                .hasMessageContaining(setting);
    }

    @Test
    void theDeploymentMayTuneTheStreamButNotItsGuarantee() {
        var config = config(Map.of(
                "fx.streams.\"num.stream.threads\"", "4", "fx.streams.\"processing.guarantee\"", "at_least_once"));

        var settings = Settings.streams(config, Map.of("bootstrap.servers", "broker:9092"));

        assertThat(settings)
                .containsEntry("num.stream.threads", "4")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("application.id", "fx-conversion")
                .containsEntry("bootstrap.servers", "broker:9092");
    }

    private static FxConfig config(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(Map.of("fx.state-directory", "state"));
        all.putAll(values);
        return new SmallRyeConfigBuilder()
                .withDefaultValues(all)
                .withMapping(FxConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(FxConfig.class);
    }
}
