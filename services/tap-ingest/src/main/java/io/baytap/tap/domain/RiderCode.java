package io.baytap.tap.domain;

import java.time.Instant;

/**
 * What an issuer vouches for in a code whose signature was found to be the issuer's. The wallet's account is not kept.
 *
 * @param riderId the rider's pseudonym: the key of everything that concerns this rider, all the way down the line
 */
public record RiderCode(WalletScheme scheme, String riderId, Instant issuedAt, Instant expiresAt) {}
