/** The line's topics, read in batches. Alone in seeing the generated events. */
@NullMarked
package io.baytap.reporting.messaging;

import org.jspecify.annotations.NullMarked;
