package io.baytap.fare.domain;

import io.baytap.schemas.Money;

/** What a journey that lacks a tap, or took too long, costs. */
public sealed interface MaximumFare {

    /** The highest fare of the network. */
    record Highest() implements MaximumFare {}

    /** An amount of its own, in the operator's currency. */
    record Fixed(Money amount) implements MaximumFare {}
}
