/** Measures fare-calculation: its tariffs, its engine alone, and its topology against a bare one. */
@NullMarked
package io.baytap.bench.fares;

import org.jspecify.annotations.NullMarked;
