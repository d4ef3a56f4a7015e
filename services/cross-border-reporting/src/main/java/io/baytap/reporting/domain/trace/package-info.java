/** A ride from tap to bank line. */
@NullMarked
package io.baytap.reporting.domain.trace;

import org.jspecify.annotations.NullMarked;
