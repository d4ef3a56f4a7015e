/** What is read off the line, and what is parked. */
@NullMarked
package io.baytap.reporting.messaging;

import org.jspecify.annotations.NullMarked;
