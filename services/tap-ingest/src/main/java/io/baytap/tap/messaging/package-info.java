/** Kafka: publishes verdicts and reads the reference topics. The only package that sees the generated events. */
@NullMarked
package io.baytap.tap.messaging;

import org.jspecify.annotations.NullMarked;
