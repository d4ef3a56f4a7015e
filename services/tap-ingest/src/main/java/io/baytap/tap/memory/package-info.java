/** What a replica remembers of late, within bounds. */
@NullMarked
package io.baytap.tap.memory;

import org.jspecify.annotations.NullMarked;
