package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.util.List;

/**
 * What a journey costs and why.
 *
 * @param complete false while it lacks a tap and is held at the maximum fare
 */
public record JourneyFare(Money fare, boolean complete, List<Leg> legs, String tariffVersion) {}
