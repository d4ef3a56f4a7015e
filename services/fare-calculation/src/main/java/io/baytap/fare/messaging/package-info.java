/** The Kafka Streams topology, and the only place that sees generated classes. */
@NullMarked
package io.baytap.fare.messaging;

import org.jspecify.annotations.NullMarked;
