/** What the breaks of a day add up to. */
@NullMarked
package io.baytap.reporting.domain.breaks;

import org.jspecify.annotations.NullMarked;
