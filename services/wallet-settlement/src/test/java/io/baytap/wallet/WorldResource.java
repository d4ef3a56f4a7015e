package io.baytap.wallet;

import io.baytap.sandbox.provider.ProviderConfig;
import io.baytap.sandbox.provider.ProviderSandbox;
import io.baytap.sandbox.provider.Scheme;
import io.baytap.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Everything around the service: the embedded stack, an identity provider, and wallet providers with real signatures and real books. */
public final class WorldResource implements QuarkusTestResourceLifecycleManager {

    private static final Path KEYS = Path.of("target", "sandbox-keys");

    private final StackResource stack = new StackResource();
    private final IdentityProvider identities = new IdentityProvider();
    private @Nullable ProviderSandbox sandbox;

    @Override
    public Map<String, String> start() {
        stack.init(Map.of("database", "wallet"));
        Map<String, String> settings = new HashMap<>(stack.start());
        sandbox = ProviderSandbox.start(ProviderConfig.at(KEYS).withAnyContract());
        try (var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            settings.put("quarkus.http.test-port", Integer.toString(port.getLocalPort()));
            settings.put("wallet.notify-url", "http://127.0.0.1:" + port.getLocalPort() + "/v1/notifications");
            for (Scheme scheme : Scheme.values()) {
                settings.putAll(provider(scheme.folder(), scheme.spMchid()));
            }
            settings.put("wallet.providers.\"digital-rmb\".app-id", Scheme.DIGITAL_RMB.spAppid());
            settings.put("wallet.providers.\"foreign-card\".net-debit-cap.HKD", "10000000");
            settings.put("wallet.schemes.\"foreign-card\".fee-basis-points", "60");
            settings.put("wallet.schemes.\"digital-rmb\".bad-debt-bearer", "issuer");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.put("sandbox.url", sandbox.url().toString());
        settings.put("wallet.operators.\"MTR\".sub-mchid", "1230000109");
        settings.putAll(identities.settings());
        settings.put("wallet.clock", "replay");
        settings.put("wallet.charging.answer-max", "1s");
        settings.put("wallet.charging.certificate-pause", "1s");
        settings.put("wallet.charging.lease", "5s");
        settings.put("wallet.charging.retry-first", "200ms");
        settings.put("wallet.charging.retry-max", "2s");
        return settings;
    }

    private Map<String, String> provider(String scheme, String spMchid) throws IOException {
        Path folder = KEYS.resolve(scheme);
        var serials = new Properties();
        serials.load(new StringReader(Files.readString(folder.resolve("serials.properties"))));
        String prefix = "wallet.providers.\"" + scheme + "\".";
        return Map.of(
                prefix + "url", String.valueOf(sandbox == null ? "" : sandbox.url()),
                prefix + "sp-mchid", spMchid,
                prefix + "merchant-serial", serials.getProperty("merchant-serial"),
                prefix + "merchant-key", folder.resolve("merchant-key.pem").toString(),
                prefix + "platform-certificate",
                        folder.resolve("platform-cert.pem").toString(),
                prefix + "api-v3-key",
                        Files.readString(folder.resolve("api-v3-key.txt")).strip());
    }

    @Override
    public void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
        identities.close();
        stack.stop();
    }
}
