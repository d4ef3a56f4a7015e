package io.baytap.sandbox.day;

import io.baytap.sandbox.provider.Scheme;

/**
 * Somebody with a wallet.
 *
 * @param account the alias that the wallet's codes carry
 */
record Rider(Scheme scheme, String account) {

    /** As the line calls the rider. */
    String riderId() {
        return scheme + ":" + account;
    }
}
