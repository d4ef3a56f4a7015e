/** Asks other services over HTTP for what is shown to a person; never on the event path. */
@NullMarked
package io.baytap.reporting.neighbours;

import org.jspecify.annotations.NullMarked;
