/** Kafka: what comes in, what goes out. Alone in seeing the generated events. */
@NullMarked
package io.baytap.wallet.messaging;

import org.jspecify.annotations.NullMarked;
