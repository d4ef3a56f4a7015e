package io.baytap.sandbox.day;

import io.baytap.sandbox.provider.Scheme;

/**
 * Somebody with a wallet.
 *
 * @param account the alias that the wallet's codes carry
 */
record Rider(Scheme scheme, String account) {}
