/** Taps, journeys, tariffs and what a journey costs: plain values and rules. Time and tariffs are parameters. */
@NullMarked
package io.baytap.fare.domain;

import org.jspecify.annotations.NullMarked;
