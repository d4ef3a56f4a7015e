/** Real Kafka, PostgreSQL and Apicurio Registry, started from Maven artifacts, for tests and for the line on one machine. */
@NullMarked
package io.baytap.stack;

import org.jspecify.annotations.NullMarked;
