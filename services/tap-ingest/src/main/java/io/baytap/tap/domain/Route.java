package io.baytap.tap.domain;

import java.util.Set;

/**
 * A route variant or a station network.
 *
 * @param hasDecks true on a ferry, whose fare may depend on the deck
 * @param stopIds where its taps may happen
 */
public record Route(String routeId, String operatorId, boolean hasDecks, Set<String> stopIds) {}
