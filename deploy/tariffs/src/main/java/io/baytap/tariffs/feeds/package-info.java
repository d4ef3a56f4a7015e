/** Tables in, one GTFS Fares v2 feed per operator out. */
@NullMarked
package io.baytap.tariffs.feeds;

import org.jspecify.annotations.NullMarked;
