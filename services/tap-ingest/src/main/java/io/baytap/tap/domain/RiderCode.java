package io.baytap.tap.domain;

import java.time.Instant;

/**
 * What an issuer vouches for in a code whose signature was found to be the issuer's.
 *
 * @param account the issuer's alias of the wallet account
 */
public record RiderCode(WalletScheme scheme, String account, Instant issuedAt, Instant expiresAt) {

    /** The key of everything that concerns this rider, all the way down the line. */
    public String riderId() {
        return scheme + ":" + account;
    }
}
