package io.baytap.wallet.domain.reconciliation;

import java.util.Map;

/**
 * The operators' numbers at the providers.
 *
 * @param byOperator by operator id; several operators may share one
 */
public record Merchants(Map<String, String> byOperator) {}
