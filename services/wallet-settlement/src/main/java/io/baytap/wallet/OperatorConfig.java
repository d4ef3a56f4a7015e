package io.baytap.wallet;

import io.smallrye.config.WithDefault;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/** An operator at the providers. */
public interface OperatorConfig {

    /** The operator's number as a merchant under ours. */
    String subMchid();

    /** What the ride service shows its riders. */
    @WithDefault("bus")
    Scene scene();

    /** When its business days close, if not at {@code wallet.cut-off}: time of day in Hong Kong, the morning after. */
    Optional<LocalTime> cutOff();

    /** Whose bank days count for it, if not those of its currency: hong-kong, mainland, or one with a file of its own. */
    Optional<String> calendar();

    /** The accounts that it is paid to, by currency. */
    Map<String, AccountSettings> payees();

    /** What an operator is to the ride service. */
    enum Scene {
        BUS,
        METRO
    }

    /** An account at a bank. */
    interface AccountSettings {

        /** Whose it is. */
        String name();

        /** ISO 9362 code of the bank. */
        String bic();

        /** As the bank numbers it. */
        String account();
    }
}
