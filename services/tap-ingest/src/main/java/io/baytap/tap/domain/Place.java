package io.baytap.tap.domain;

import org.jspecify.annotations.Nullable;

/** Where a tap happened: a stop that the route has. */
public record Place(String routeId, String stopId, @Nullable String deck) {}
