package io.baytap.wallet.domain;

/**
 * What a debit cost the payer, as the provider says.
 *
 * @param minor whole minor units of {@code currency}
 * @param currency ISO 4217 code
 * @param rate payer's currency for one of what was asked for, times 10^8, as providers write rates; 0 if not told
 */
public record Payer(long minor, String currency, long rate) {}
