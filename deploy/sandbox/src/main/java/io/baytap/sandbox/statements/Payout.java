package io.baytap.sandbox.statements;

/**
 * What a provider sends to our bank for a settlement batch.
 *
 * @param provider its name
 * @param minor of the currency's minor unit; negative if it collects
 */
public record Payout(String provider, String batchId, String currency, long minor) {}
