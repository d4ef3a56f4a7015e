package io.baytap.wallet;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.wallet.domain.Provider;
import io.baytap.wallet.domain.SchemeTerms;
import io.baytap.wallet.domain.WalletScheme;
import io.baytap.wallet.provider.GuardedProvider;
import io.baytap.wallet.provider.ProviderAccess;
import io.baytap.wallet.provider.Providers;
import io.baytap.wallet.provider.TracedProvider;
import io.baytap.wallet.provider.WeChatPay;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** From settings to providers; names the setting that is wrong. */
final class ProviderSetUp {

    /** A tenth is beyond any fee: more is taken for a slip of the keyboard. */
    private static final int FEE_BASIS_POINTS_MAX = 1_000;

    private ProviderSetUp() {}

    static Providers of(WalletConfig config, ObjectMapper json, Vertx vertx, MeterRegistry metrics, TapTraces traces) {
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
        Map<WalletScheme, Provider> guarded = new EnumMap<>(WalletScheme.class);
        providers.forEach((scheme, provider) -> guarded.put(
                scheme,
                new TracedProvider(new GuardedProvider(scheme, provider, limits(config.charging()), metrics), traces)));
        return new Providers(Map.copyOf(providers), Map.copyOf(guarded));
    }

    /** Only the digital RMB wallet is in the ride service. */
    private static String appId(WalletScheme scheme, WalletProviderConfig settings) {
        return switch (scheme) {
            case DIGITAL_RMB ->
                settings.appId().orElseThrow(() -> new IllegalArgumentException("needs app-id, for the ride service"));
            case WEIXIN_PAY, WECHAT_PAY_HK, FOREIGN_CARD -> "";
        };
    }

    private static GuardedProvider.Limits limits(ChargingConfig charging) {
        ChargingConfig.Circuit circuit = charging.circuit();
        return new GuardedProvider.Limits(
                charging.inFlightMax(), circuit.window(), circuit.failureRatio(), circuit.rest());
    }

    static SchemeTerms terms(WalletConfig config) {
        Map<WalletScheme, SchemeTerms.Terms> terms = new EnumMap<>(WalletScheme.class);
        config.schemes().forEach((key, settings) -> {
            String setting = "wallet.schemes.\"" + key + "\"";
            WalletScheme scheme = WalletScheme.ofKey(key)
                    .orElseThrow(() -> new IllegalArgumentException(setting + " is not a wallet scheme"));
            int fee = settings.feeBasisPoints();
            if (fee < 0 || fee > FEE_BASIS_POINTS_MAX) {
                throw new IllegalArgumentException(
                        setting + ".fee-basis-points is " + fee + " and has to be 0 to " + FEE_BASIS_POINTS_MAX);
            }
            if (settings.writeOffAfter().isNegative()
                    || settings.writeOffAfter().isZero()) {
                throw new IllegalArgumentException(
                        setting + ".write-off-after is " + settings.writeOffAfter() + " and has to be positive");
            }
            terms.put(scheme, new SchemeTerms.Terms(fee, settings.badDebtBearer(), settings.writeOffAfter()));
        });
        return new SchemeTerms(Map.copyOf(terms));
    }

    private static ProviderAccess access(WalletConfig config, WalletScheme scheme, WalletProviderConfig settings) {
        String notifyUrl = config.notifyUrl()
                .map(URI::toString)
                .orElseThrow(() -> new IllegalArgumentException("needs wallet.notify-url"));
        Map<String, String> subMchids = config.operators().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().subMchid()));
        Set<String> metros = config.operators().entrySet().stream()
                .filter(entry -> entry.getValue().scene() == OperatorConfig.Scene.METRO)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new ProviderAccess(
                settings.url(),
                settings.spMchid(),
                settings.merchantSerial(),
                settings.merchantKey(),
                settings.platformCertificate(),
                settings.apiV3Key(),
                subMchids,
                metros,
                appId(scheme, settings),
                URI.create(notifyUrl.replaceFirst("/+$", "") + "/" + scheme.key()),
                config.charging().merchantCategoryCode(),
                config.charging().answerMax(),
                config.charging().certificatePause(),
                config.charging().inFlightMax());
    }
}
