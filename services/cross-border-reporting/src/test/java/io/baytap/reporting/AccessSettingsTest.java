package io.baytap.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessSettingsTest {

    @Test
    void rolesAreAskedForUnlessASettingSaysOtherwise() {
        var policy = Wiring.accessPolicy(config(Map.of()), true);

        assertThat(policy.open()).isFalse();
        assertThat(policy.operatorClaim()).isEqualTo("operator");
        assertThat(policy.sessionMax()).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void openAccessHasToBeAllowedInProduction() {
        ReportingConfig open = config(Map.of("reporting.access", "open"));
        ReportingConfig allowed = config(Map.of("reporting.access", "open", "reporting.open-access-allowed", "true"));

        assertThatThrownBy(() -> Wiring.accessPolicy(open, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reporting.open-access-allowed");
        assertThat(Wiring.accessPolicy(open, false).open()).isTrue();
        assertThat(Wiring.accessPolicy(allowed, true).open()).isTrue();
    }

    @Test
    void aSessionLastsSomeTime() {
        assertThatThrownBy(() -> Wiring.accessPolicy(config(Map.of("reporting.session-max", "0s")), false))
                .hasMessageContaining("reporting.session-max");
    }

    private static ReportingConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        return new SmallRyeConfigBuilder()
                .withMapping(ReportingConfig.class)
                .withDefaultValues(all)
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(ReportingConfig.class);
    }
}
