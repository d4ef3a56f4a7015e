package io.baytap.wallet.provider;

import io.baytap.wallet.domain.Notifications;
import io.baytap.wallet.domain.WalletScheme;
import java.util.Map;

/** The providers that this service was given access to. */
public record Providers(Map<WalletScheme, WeChatPay> byScheme) implements Notifications {

    @Override
    public Notification read(WalletScheme scheme, Signed signed) {
        WeChatPay provider = byScheme.get(scheme);
        return provider == null ? new Notification.Refused("SCHEME_NOT_CONFIGURED") : provider.read(signed);
    }
}
