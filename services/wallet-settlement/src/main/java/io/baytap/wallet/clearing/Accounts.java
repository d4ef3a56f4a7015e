package io.baytap.wallet.clearing;

import io.baytap.wallet.domain.Payee;
import java.util.Map;

/**
 * Who takes part in payments.
 *
 * @param payers our accounts by currency
 * @param operators theirs by operator id and currency: {@code MTR/HKD}
 */
public record Accounts(Map<String, Payee> payers, Map<String, Payee> operators) {}
