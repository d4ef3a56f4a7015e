package io.baytap.reporting;

import io.baytap.sandbox.identity.IdentityConfig;
import io.baytap.sandbox.identity.IdentitySandbox;
import io.baytap.stack.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The service with roles, and an identity provider whose tokens are good for seconds. */
public final class RolesProfile implements QuarkusTestProfile {

    static final Duration TOKEN_LIFE = Duration.ofSeconds(3);
    static final Duration IDLE_MAX = Duration.ofSeconds(10);

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("reporting.access", "roles");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Provider.class));
    }

    /** The provider. */
    public static final class Provider implements QuarkusTestResourceLifecycleManager {

        private static @Nullable IdentitySandbox provider;

        @Override
        public Map<String, String> start() {
            int port = Ports.free();
            String secret = "a secret that only tests know, and nobody keeps";
            IdentitySandbox started = IdentitySandbox.start(new IdentityConfig(
                    0,
                    "baytap-console",
                    secret,
                    URI.create("http://localhost:" + port),
                    TOKEN_LIFE,
                    InstantSource.system()));
            provider = started;
            return Map.of(
                    "quarkus.http.test-port",
                    Integer.toString(port),
                    "quarkus.oidc.auth-server-url",
                    started.url().toString(),
                    "quarkus.oidc.credentials.secret",
                    secret,
                    "quarkus.oidc.authentication.session-age-extension",
                    IDLE_MAX.toSeconds() + "S");
        }

        @Override
        public void stop() {
            if (provider != null) {
                provider.close();
            }
        }

        static IdentitySandbox get() {
            return Objects.requireNonNull(provider, "started before the tests");
        }
    }
}
