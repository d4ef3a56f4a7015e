/** Measures the line and its intake against what Kafka and PostgreSQL themselves can do. */
@NullMarked
package io.baytap.bench;

import org.jspecify.annotations.NullMarked;
