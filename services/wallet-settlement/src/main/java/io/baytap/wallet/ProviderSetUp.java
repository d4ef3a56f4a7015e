package io.baytap.wallet;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.wallet.domain.WalletScheme;
import io.baytap.wallet.provider.ProviderAccess;
import io.baytap.wallet.provider.Providers;
import io.baytap.wallet.provider.WeChatPay;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** From settings to providers; names the setting that is wrong. */
final class ProviderSetUp {

    private ProviderSetUp() {}

    static Providers of(WalletConfig config, ObjectMapper json, Vertx vertx) {
        Map<WalletScheme, WeChatPay> providers = new EnumMap<>(WalletScheme.class);
        config.providers().forEach((key, settings) -> {
            String setting = "wallet.providers.\"" + key + "\"";
            WalletScheme scheme = WalletScheme.ofKey(key)
                    .orElseThrow(() -> new IllegalArgumentException(setting + " is not a wallet scheme"));
            try {
                providers.put(
                        scheme, new WeChatPay(access(config, scheme, settings), json, InstantSource.system(), vertx));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
            }
        });
        return new Providers(Map.copyOf(providers));
    }

    static ProviderAccess access(WalletConfig config, WalletScheme scheme, WalletConfig.ProviderSettings settings) {
        String notifyUrl = config.notifyUrl()
                .map(URI::toString)
                .orElseThrow(() -> new IllegalArgumentException("needs wallet.notify-url"));
        Map<String, String> subMchids = config.operators().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().subMchid()));
        return new ProviderAccess(
                settings.url(),
                settings.spMchid(),
                settings.merchantSerial(),
                settings.merchantKey(),
                settings.platformCertificate(),
                settings.apiV3Key(),
                subMchids,
                URI.create(notifyUrl.replaceFirst("/+$", "") + "/" + scheme.key()),
                config.charging().merchantCategoryCode(),
                config.charging().answerMax(),
                config.charging().inFlightMax());
    }
}
