package io.baytap.local;

import io.baytap.sandbox.identity.IdentityConfig;
import io.baytap.sandbox.identity.IdentitySandbox;
import io.baytap.sandbox.identity.Person;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;

/** The identity provider of the console's people, in this process; its secret is made anew with each line. */
final class LineIdentity implements AutoCloseable {

    private static final String CLIENT = "baytap-console";
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);
    private static final int SECRET_BYTES = 32;

    private final IdentitySandbox sandbox;
    private final String secret;

    private LineIdentity(IdentitySandbox sandbox, String secret) {
        this.sandbox = sandbox;
        this.secret = secret;
    }

    /** @param console where people come from */
    static LineIdentity start(URI console) {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        return new LineIdentity(
                IdentitySandbox.start(
                        new IdentityConfig(0, CLIENT, secret, console, TOKEN_LIFE, InstantSource.system())),
                secret);
    }

    /** What the console is told of it. */
    Map<String, String> settings() {
        return Map.of(
                "QUARKUS_OIDC_AUTH_SERVER_URL", sandbox.url().toString(),
                "QUARKUS_OIDC_CLIENT_ID", CLIENT,
                "QUARKUS_OIDC_CREDENTIALS_SECRET", secret);
    }

    /** What a service is told that asks for tokens and logs nobody in. */
    Map<String, String> issuer() {
        return Map.of(
                "QUARKUS_OIDC_TENANT_ENABLED",
                "true",
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                sandbox.url().toString());
    }

    /** A bearer token of one who may read everything. */
    String auditor() {
        return sandbox.token(Person.ADA);
    }

    /** A bearer token of a person. */
    String token(Person person) {
        return sandbox.token(person);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
