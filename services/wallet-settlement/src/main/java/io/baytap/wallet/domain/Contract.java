package io.baytap.wallet.domain;

import java.time.Instant;

/** A rider's standing permission to debit the wallet without a password. */
public record Contract(String riderId, WalletScheme scheme, String contractId, Instant signedAt) {}
