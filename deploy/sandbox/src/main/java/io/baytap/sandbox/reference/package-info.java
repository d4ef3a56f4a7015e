/** Publishes the reference data of a day: the only package that sees Kafka and generated classes. */
@NullMarked
package io.baytap.sandbox.reference;

import org.jspecify.annotations.NullMarked;
