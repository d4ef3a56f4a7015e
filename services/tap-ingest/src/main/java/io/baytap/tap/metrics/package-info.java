/** Counts what the service does. */
@NullMarked
package io.baytap.tap.metrics;

import org.jspecify.annotations.NullMarked;
