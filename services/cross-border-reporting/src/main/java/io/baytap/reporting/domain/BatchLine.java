package io.baytap.reporting.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A closed settlement batch.
 *
 * @param fares postings in it, corrections included
 * @param amount what the operator is paid; signed
 */
public record BatchLine(LocalDate day, String operatorId, String batchId, long fares, Money amount, Instant closedAt) {}
