package io.baytap.fx;

import io.smallrye.jwt.build.Jwt;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** Signs tokens, and publishes the key that they are checked by. */
final class IdentityProvider implements AutoCloseable {

    private static final String ISSUER = "https://identity.test";

    private final Publisher publisher = new Publisher();
    private final RsaJsonWebKey key = key();

    IdentityProvider() {
        publisher.publish("/keys", "{\"keys\":[" + key.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}");
    }

    /** What a service is told, so that it believes these tokens and asks for roles. */
    Map<String, String> settings() {
        return Map.of(
                "FX_ACCESS", "roles",
                "QUARKUS_OIDC_TENANT_ENABLED", "true",
                "QUARKUS_OIDC_AUTH_SERVER_URL", publisher.address().toString(),
                "QUARKUS_OIDC_DISCOVERY_ENABLED", "false",
                "QUARKUS_OIDC_JWKS_PATH", "/keys",
                "QUARKUS_OIDC_TOKEN_ISSUER", ISSUER);
    }

    String token(String name, String role) {
        return token(name, role, ISSUER);
    }

    String token(String name, String role, String issuer) {
        return Jwt.upn(name).groups(role).issuer(issuer).jws().keyId("k1").sign(key.getRsaPrivateKey());
    }

    @Override
    public void close() {
        publisher.close();
    }

    private static RsaJsonWebKey key() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("k1");
            key.setAlgorithm("RS256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
