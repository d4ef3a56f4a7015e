package io.baytap.wallet;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How wallets are charged. */
public interface ChargingConfig {

    /** Most questions under way at each provider. */
    @WithDefault("32")
    int inFlightMax();

    /** An answer that takes longer is unknown. */
    @WithDefault("5s")
    Duration answerMax();

    /** Between two looks at a provider's list of certificates, when something is signed with one that is not known. */
    @WithDefault("1m")
    Duration certificatePause();

    /** How long a claimed charge belongs to its worker; must be longer than two answers. */
    @WithDefault("30s")
    Duration lease();

    /** Wait before an undecided attempt is asked after; doubled each time. */
    @WithDefault("500ms")
    Duration retryFirst();

    /** The longest of those waits. */
    @WithDefault("1m")
    Duration retryMax();

    /** When a provider that fails is left alone. */
    Circuit circuit();

    /** Merchant category code of public transport. */
    @WithDefault("4111")
    String merchantCategoryCode();

    /** A provider's circuit breaker: opens when too many of its last answers failed or never came. */
    interface Circuit {

        /** How many of the last questions count. */
        @WithDefault("20")
        int window();

        /** Opens when that share of them failed, 0 to 1. */
        @WithDefault("0.5")
        double failureRatio();

        /** How long the provider is left alone; then one question tries whether it is back. */
        @WithDefault("5s")
        Duration rest();
    }
}
