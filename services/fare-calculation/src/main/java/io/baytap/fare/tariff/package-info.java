/** Reads an operator's GTFS Fares v2 feed and policy file into a tariff of the domain, or refuses it whole. */
@NullMarked
package io.baytap.fare.tariff;

import org.jspecify.annotations.NullMarked;
