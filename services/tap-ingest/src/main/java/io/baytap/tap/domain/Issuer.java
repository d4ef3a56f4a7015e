package io.baytap.tap.domain;

import java.security.PublicKey;

/**
 * Who signs rider codes.
 *
 * @param scheme the only scheme whose accounts it vouches for
 * @param key Ed25519, signs the codes
 */
public record Issuer(String issuerId, WalletScheme scheme, PublicKey key) {}
