package io.baytap.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.fx.domain.WalletScheme;
import io.baytap.fx.fetch.HttpSource;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.http.HttpClient;
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
        "fx.rate-policy.WEIXIN_PAY, LOCKED",
        "fx.rate-policy.WEIXIN, AT_TAP",
        "fx.exposure-limit.HKD, -1",
        "fx.exposure-limit.HKD, 0.001",
        "fx.exposure-limit.HK, 1",
        "fx.deal-cut-off, evening",
        "fx.holidays.macao, macao.csv",
    })
    void aBadValueIsRefusedByName(String setting, String value) {
        assertThatThrownBy(() -> Settings.conversion(config(Map.of(setting, value))))
                .hasMessageContaining(setting);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "fx.sources.ECB.url, file:///etc/passwd",
        "fx.sources.E-C-B.url, https://rates.test/",
        "fx.sources.OPERATOR.url, https://rates.test/",
        "fx.fetch-interval, 0s",
        "fx.daily-band-basis-points, 0",
        "fx.daily-band-basis-points, 1001",
        "fx.proposal-max, 1s",
        "fx.lease.duration, 2s",
    })
    void aBadValueOfWhatBringsRatesIsRefused(String setting, String value) {
        var config = config(Map.of(setting, value));

        assertThatThrownBy(() -> {
                    Settings.sources(config, HttpClient.newHttpClient());
                    Settings.guard(config);
                    Settings.proposalMax(config);
                    Settings.leaseDuration(config);
                })
                .hasMessageContaining(setting.startsWith("fx.sources") ? "fx.sources" : setting);
    }

    @Test
    void sourcesAreAskedInTheirOrderAndTheRestByName() {
        var config = config(Map.of(
                "fx.source-order", "OPERATOR,MIRROR,ECB",
                "fx.sources.ECB.url", "https://rates.test/ecb",
                "fx.sources.ZZZ.url", "https://rates.test/z",
                "fx.sources.aaa.url", "https://rates.test/a",
                "fx.sources.MIRROR.url", "https://rates.test/mirror"));

        assertThat(Settings.sources(config, HttpClient.newHttpClient()))
                .extracting(HttpSource::name)
                .containsExactly("MIRROR", "ECB", "AAA", "ZZZ");
    }

    @Test
    void openDoorsAreRefusedInProductionUnlessTheyAreAllowed() {
        assertThat(Settings.open(config(Map.of()), true)).isFalse();
        assertThat(Settings.open(config(Map.of("fx.access", "open")), false)).isTrue();
        assertThatThrownBy(() -> Settings.open(config(Map.of("fx.access", "open")), true))
                .hasMessageContaining("fx.access");
        assertThat(Settings.open(config(Map.of("fx.access", "open", "fx.open-access-allowed", "true")), true))
                .isTrue();
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
        Map<String, String> all =
                new HashMap<>(Map.of("fx.state-directory", "state", "fx.lease.identity", "replica-1"));
        all.putAll(values);
        return new SmallRyeConfigBuilder()
                .withDefaultValues(all)
                .withMapping(FxConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(FxConfig.class);
    }
}
