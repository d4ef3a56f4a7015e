package io.baytap.fx.messaging;

import io.baytap.fx.domain.RateBook;
import io.baytap.schemas.wire.SchemaLookup;

/**
 * What the topology is built from.
 *
 * @param rates filled by {@code feed}, read by every task
 */
public record ConversionParts(
        RateBook rates, RateFeed feed, SchemaLookup registry, FareMeter meter, ConversionSettings settings) {}
