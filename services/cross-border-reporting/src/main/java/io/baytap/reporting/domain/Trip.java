package io.baytap.reporting.domain;

import java.time.LocalDate;

/**
 * A journey without its rider.
 *
 * @param day of its first tap in Hong Kong
 * @param hour of its first tap in Hong Kong, 0 to 23
 * @param origin the stop where it began; {@code _U} if nobody tapped there
 * @param destination the stop where it ended, likewise
 */
public record Trip(LocalDate day, int hour, String operatorId, String city, String origin, String destination) {}
