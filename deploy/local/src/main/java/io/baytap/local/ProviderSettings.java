package io.baytap.local;

import io.baytap.sandbox.provider.Scheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** How wallet-settlement finds a provider of the sandbox, and with which keys they talk. */
public final class ProviderSettings {

    private ProviderSettings() {}

    /**
     * Settings of wallet-settlement, by name.
     *
     * @param provider where the sandbox listens
     * @param keys the folder of its key material
     */
    public static Map<String, String> of(Scheme scheme, URI provider, Path keys) {
        Path own = keys.resolve(scheme.folder());
        Properties serials = new Properties();
        try (var in = Files.newBufferedReader(own.resolve("serials.properties"))) {
            serials.load(in);
            String prefix = "wallet.providers.\"" + scheme.folder() + "\".";
            return Map.of(
                    prefix + "url",
                    provider.toString(),
                    prefix + "sp-mchid",
                    scheme.spMchid(),
                    prefix + "merchant-serial",
                    serials.getProperty("merchant-serial"),
                    prefix + "merchant-key",
                    own.resolve("merchant-key.pem").toString(),
                    prefix + "platform-certificate",
                    own.resolve("platform-cert.pem").toString(),
                    prefix + "api-v3-key",
                    Files.readString(own.resolve("api-v3-key.txt")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
