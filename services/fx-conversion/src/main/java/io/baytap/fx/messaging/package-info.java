/** Kafka: the topology, the rates topic and the mappers. Alone in seeing generated classes. */
@NullMarked
package io.baytap.fx.messaging;

import org.jspecify.annotations.NullMarked;
