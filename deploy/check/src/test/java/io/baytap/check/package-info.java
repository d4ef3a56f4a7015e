/** {@code helm test}: one trip through a running line, and what became of it. Knows the line by its public HTTP interfaces alone. */
@NullMarked
package io.baytap.check;

import org.jspecify.annotations.NullMarked;
