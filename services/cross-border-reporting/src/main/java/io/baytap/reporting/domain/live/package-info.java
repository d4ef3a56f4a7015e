/** How the line is doing now. */
@NullMarked
package io.baytap.reporting.domain.live;

import org.jspecify.annotations.NullMarked;
