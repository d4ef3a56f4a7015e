package io.baytap.wallet;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** Publishes its keys and signs tokens with them, as an identity provider does. */
public final class IdentityProvider implements AutoCloseable {

    private static final String ISSUER = "https://identity.test";
    private static final RsaJsonWebKey KEY = key();
    private static final RsaJsonWebKey ANOTHER_KEY = key();

    private final HttpServer server;

    IdentityProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] keys =
                ("{\"keys\":[" + KEY.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}").getBytes(StandardCharsets.UTF_8);
        server.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    /** What a service that trusts it is told. */
    Map<String, String> settings() {
        return Map.of(
                "wallet.access", "roles",
                "quarkus.oidc.tenant-enabled", "true",
                "quarkus.oidc.auth-server-url",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                "quarkus.oidc.discovery-enabled", "false",
                "quarkus.oidc.jwks-path", "/keys",
                "quarkus.oidc.token.issuer", ISSUER);
    }

    /** A token of somebody with a role. */
    public static String token(String name, String role) {
        return sign(name, role, ISSUER, Duration.ofMinutes(5), KEY);
    }

    /** One that was good once. */
    static String expired(String name, String role) {
        return sign(name, role, ISSUER, Duration.ofHours(-1), KEY);
    }

    /** One that somebody else issued. */
    static String ofOtherIssuer(String name, String role) {
        return sign(name, role, "https://elsewhere.test", Duration.ofMinutes(5), KEY);
    }

    /** One that pretends to be signed with the provider's key. */
    static String forged(String name, String role) {
        return sign(name, role, ISSUER, Duration.ofMinutes(5), ANOTHER_KEY);
    }

    private static String sign(String name, String role, String issuer, Duration validFor, RsaJsonWebKey key) {
        Instant expires = Instant.now().plus(validFor);
        return Jwt.upn(name)
                .subject("subject-of-" + name)
                .groups(Set.of(role))
                .issuer(issuer)
                .issuedAt(expires.minus(Duration.ofMinutes(10)))
                .expiresAt(expires)
                .jws()
                .keyId("k1")
                .sign(key.getRsaPrivateKey());
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

    @Override
    public void close() {
        server.stop(0);
    }
}
