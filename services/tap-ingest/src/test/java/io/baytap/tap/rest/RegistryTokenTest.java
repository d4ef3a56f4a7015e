package io.baytap.tap.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.tap.domain.RegistryRefusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegistryTokenTest {

    @Test
    void withoutATokenTheRegistryIsClosedToEverybody() {
        var token = new RegistryToken(Optional.empty(), Optional.empty());

        assertThat(token.refusal(null)).isEqualTo(new RegistryRefusal.Closed());
        assertThat(token.refusal("Bearer ")).isEqualTo(new RegistryRefusal.Closed());
    }

    @Test
    void onlyTheTokenOpensIt() {
        var token = new RegistryToken(Optional.of("secret"), Optional.of("reader"));

        assertThat(token.refusal("Bearer secret")).isNull();
        assertThat(token.refusal("Bearer Secret")).isEqualTo(new RegistryRefusal.TokenInvalid());
        assertThat(token.refusal("Bearer secret ")).isEqualTo(new RegistryRefusal.TokenInvalid());
        assertThat(token.refusal("secret")).isEqualTo(new RegistryRefusal.TokenInvalid());
        assertThat(token.refusal(null)).isEqualTo(new RegistryRefusal.TokenInvalid());
    }

    @Test
    void aReaderReadsAndDoesNothingElse() {
        var token = new RegistryToken(Optional.of("secret"), Optional.of("reader"));

        assertThat(token.readerRefusal("Bearer reader")).isNull();
        assertThat(token.readerRefusal("Bearer secret")).isNull();
        assertThat(token.readerRefusal("Bearer other")).isEqualTo(new RegistryRefusal.TokenInvalid());
        assertThat(token.refusal("Bearer reader")).isEqualTo(new RegistryRefusal.TokenInvalid());
    }

    @Test
    void aReaderReadsWhileTheRegistryIsClosed() {
        var token = new RegistryToken(Optional.empty(), Optional.of("reader"));

        assertThat(token.readerRefusal("Bearer reader")).isNull();
        assertThat(token.refusal("Bearer reader")).isEqualTo(new RegistryRefusal.Closed());
    }
}
