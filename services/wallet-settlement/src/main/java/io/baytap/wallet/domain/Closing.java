package io.baytap.wallet.domain;

import java.time.LocalDate;
import java.util.Map;

/**
 * Up to which business day each operator's fares are closed.
 *
 * @param usual for operators without a cut-off of their own
 * @param own by operator id
 */
public record Closing(LocalDate usual, Map<String, LocalDate> own) {}
