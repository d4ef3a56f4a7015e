package io.baytap.fx.messaging;

import io.baytap.fx.domain.RateBook;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.schemas.wire.SchemaLookup;

/**
 * What the topology is built from.
 *
 * @param leadership told when this replica gets the desk, and when it loses it
 * @param desk hears what the desk tells, on every replica
 * @param rates filled by {@code feed}, read by every task
 */
public record ConversionParts(
        RateBook rates,
        RateFeed feed,
        DeskFeed desk,
        SchemaLookup registry,
        FareMeter meter,
        TapTraces traces,
        PartitionLeadership leadership,
        ConversionSettings settings) {}
