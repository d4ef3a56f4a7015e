package io.baytap.tap.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** RFC 8037, appendix A.4 and A.5: the signature made there is the one verified here. */
class CompactJwsTest {

    private static final String HEADER = "eyJhbGciOiJFZERTQSJ9";
    private static final String PAYLOAD = "RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
    private static final String SIGNATURE =
            "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

    /** {@code x} of the JWK in appendix A.2. */
    private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    @Test
    void verifiesThePublishedSignature() throws InvalidKeySpecException {
        CompactJws jws = Objects.requireNonNull(CompactJws.find(HEADER + "." + PAYLOAD + "." + SIGNATURE));

        assertThat(jws.payloadSignedBy(key())).asString().isEqualTo("Example of Ed25519 signing");
        assertThat(jws.keyId()).isNull();
    }

    @Test
    void anotherPayloadIsNotSigned() throws InvalidKeySpecException {
        String other = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("Example of forging".getBytes(StandardCharsets.UTF_8));

        CompactJws jws = Objects.requireNonNull(CompactJws.find(HEADER + "." + other + "." + SIGNATURE));

        assertThat(jws.payloadSignedBy(key())).isNull();
    }

    private static PublicKey key() throws InvalidKeySpecException {
        String hex = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(X));
        return new Ed25519().publicKey(HexFormat.of().parseHex(Ed25519Test.SPKI_PREFIX + hex));
    }
}
