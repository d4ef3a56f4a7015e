package io.baytap.wallet.domain;

import io.baytap.wallet.domain.Notifications.Signed;
import java.time.Duration;

/** Which signed notifications were heard already, at any replica. A provider that repeats itself signs anew. */
public interface HeardNotifications {

    /** Longer than a signature is believed, on both sides of now. */
    Duration KEPT = Duration.ofMinutes(15);

    /** Whether this is the first time. Only to be asked about what is genuine. */
    boolean isFirst(WalletScheme scheme, Signed signed);

    /** Forgets what would be refused as too old anyway. */
    void forgetOld();
}
