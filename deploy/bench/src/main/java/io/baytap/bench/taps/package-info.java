/** Measures tap-ingest against a bare endpoint that does the same without looking. */
@NullMarked
package io.baytap.bench.taps;

import org.jspecify.annotations.NullMarked;
