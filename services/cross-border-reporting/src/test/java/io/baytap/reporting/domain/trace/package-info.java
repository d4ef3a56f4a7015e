/** What the breaks of a day add up to. */
@NullMarked
package io.baytap.reporting.domain.trace;

import org.jspecify.annotations.NullMarked;
