package io.baytap.wallet.provider;

import io.baytap.wallet.domain.Notifications;
import io.baytap.wallet.domain.Provider;
import io.baytap.wallet.domain.WalletScheme;
import java.util.Map;

/**
 * The providers that this service was given access to.
 *
 * @param guarded the same, each behind a bulkhead and a circuit breaker, and traced: to be asked
 */
public record Providers(Map<WalletScheme, WeChatPay> byScheme, Map<WalletScheme, Provider> guarded)
        implements Notifications {

    /** Looks whether providers have new certificates, before they sign with them. */
    public void refreshCertificates() {
        byScheme.values().forEach(WeChatPay::refreshCertificates);
    }

    @Override
    public Notification read(WalletScheme scheme, Signed signed) {
        WeChatPay provider = byScheme.get(scheme);
        return provider == null ? new Notification.Refused(Doubt.SCHEME_NOT_CONFIGURED) : provider.read(signed);
    }
}
