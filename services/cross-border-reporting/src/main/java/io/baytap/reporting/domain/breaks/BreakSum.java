package io.baytap.reporting.domain.breaks;

import io.baytap.schemas.Money;
import java.time.LocalDate;

/**
 * Open breaks of one reason, owner, currency and age.
 *
 * @param agedFrom the day from which their age is counted
 * @param amount what they add up to; signed
 */
public record BreakSum(String reason, String owner, LocalDate agedFrom, long breaks, Money amount) {}
