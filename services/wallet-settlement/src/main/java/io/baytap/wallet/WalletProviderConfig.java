package io.baytap.wallet;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** How to reach a wallet provider. */
public interface WalletProviderConfig {

    /** Scheme, host and port; paths begin with /v3. */
    URI url();

    /** Our number as an institution. */
    String spMchid();

    /** Serial number of our certificate. */
    String merchantSerial();

    /** Our private key, PEM. */
    Path merchantKey();

    /** The provider's certificate, PEM. */
    Path platformCertificate();

    /** 32 characters that decrypt notifications. */
    String apiV3Key();

    /** Our application in the ride service; needed for {@code digital-rmb}, not used by the others. */
    Optional<String> appId();

    /**
     * How much the provider may owe us before new debits of its scheme wait for a payout: whole minor units by the
     * currency that it owes. A currency without one has no cap.
     */
    Map<String, Long> netDebitCap();
}
