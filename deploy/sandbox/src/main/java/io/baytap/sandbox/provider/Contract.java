package io.baytap.sandbox.provider;

import java.time.Instant;

/**
 * A rider's standing permission to be debited.
 *
 * @param account the alias that rider codes carry; empty if the contract was never signed here
 */
public record Contract(String contractId, Scheme scheme, String account, Instant signedAt) {

    /** The id that the provider gives to this account: always the same. */
    public static String idOf(Scheme scheme, String account) {
        return scheme.contractPrefix() + Numbers.digits("contract:" + scheme + ":" + account, 18);
    }
}
