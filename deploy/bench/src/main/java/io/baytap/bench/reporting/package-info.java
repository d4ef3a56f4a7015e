/** cross-border-reporting alone: how fast it counts, and how soon it answers over a year of fares. */
@NullMarked
package io.baytap.bench.reporting;

import org.jspecify.annotations.NullMarked;
