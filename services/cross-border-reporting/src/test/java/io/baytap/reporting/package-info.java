/** The service as a whole: on a real Kafka, PostgreSQL and registry, and in a real browser. */
@NullMarked
package io.baytap.reporting;

import org.jspecify.annotations.NullMarked;
