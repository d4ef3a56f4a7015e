package io.baytap.reporting.domain;

import java.time.LocalDate;

/**
 * Taps of one operator in one hour.
 *
 * @param hour 0 to 23, in Hong Kong
 * @param reason stable code; empty unless rejected
 */
public record TapLine(LocalDate day, int hour, String operatorId, TapVerdict verdict, String reason, long taps) {}
