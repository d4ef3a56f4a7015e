package io.baytap.wallet.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.sandbox.provider.Scheme;
import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.ChargeRules;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.WalletScheme;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clients of a sandbox, and charges to ask it for. */
final class ProviderKit {

    private ProviderKit() {}

    /** A client with the keys of the sandbox. */
    static WeChatPay pay(Path keys, Scheme scheme, URI url, InstantSource time, Vertx vertx) {
        Path folder = keys.resolve(scheme.folder());
        var serials = new Properties();
        try {
            serials.load(new StringReader(Files.readString(folder.resolve("serials.properties"))));
            String apiV3Key = Files.readString(folder.resolve("api-v3-key.txt")).strip();
            var access = new ProviderAccess(
                    url,
                    scheme.spMchid(),
                    serials.getProperty("merchant-serial"),
                    folder.resolve("merchant-key.pem"),
                    folder.resolve("platform-cert.pem"),
                    apiV3Key,
                    Map.of("MTR", "1230000109"),
                    Set.of("MTR"),
                    scheme == Scheme.DIGITAL_RMB ? scheme.spAppid() : "",
                    URI.create("http://127.0.0.1:1/v1/notifications/weixin-pay"),
                    "4111",
                    Duration.ofSeconds(3),
                    Duration.ofMinutes(1),
                    4);
            return new WeChatPay(access, new ObjectMapper(), time, vertx);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An attempt to charge 10.60 HKD of MTR, which is that much for the wallet. */
    static Charge charge(WalletScheme scheme, String name, Money wallet, @Nullable Integer tolerance) {
        var conversion = new Conversion(
                "conversion:fare:" + name,
                Instant.EPOCH,
                scheme + ":" + name,
                scheme,
                "fare:" + name,
                "journey:" + name,
                "FARE",
                new Conversion.Place("MTR", "hong-kong", "HK"),
                LocalDate.EPOCH,
                Money.of(1060, "HKD"),
                wallet,
                Money.zero(wallet.currency()),
                tolerance);
        Charge opened = ChargeRules.open(conversion, true);
        return ChargeRules.submit(opened, Money.zero(opened.amount().currency()));
    }
}
