package io.baytap.fx.messaging;

import io.baytap.fx.domain.RateBook;

/**
 * What the topology is built from.
 *
 * @param rates filled by {@code feed}, read by every task
 */
public record ConversionParts(
        RateBook rates, RateFeed feed, SchemaRegistry registry, FareMeter meter, ConversionSettings settings) {}
