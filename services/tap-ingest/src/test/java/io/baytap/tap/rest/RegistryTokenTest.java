package io.baytap.tap.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.tap.domain.RegistryRefusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegistryTokenTest {

    @Test
    void withoutATokenTheRegistryIsClosedToEverybody() {
        var token = new RegistryToken(Optional.empty());

        assertThat(token.refusal(null)).isEqualTo(new RegistryRefusal.Closed());
        assertThat(token.refusal("Bearer ")).isEqualTo(new RegistryRefusal.Closed());
    }

    @Test
    void onlyTheTokenOpensIt() {
        var token = new RegistryToken(Optional.of("secret"));

        assertThat(token.refusal("Bearer secret")).isNull();
        assertThat(token.refusal("Bearer Secret")).isEqualTo(new RegistryRefusal.TokenInvalid());
        assertThat(token.refusal("Bearer secret ")).isEqualTo(new RegistryRefusal.TokenInvalid());
        assertThat(token.refusal("secret")).isEqualTo(new RegistryRefusal.TokenInvalid());
        assertThat(token.refusal(null)).isEqualTo(new RegistryRefusal.TokenInvalid());
    }
}
