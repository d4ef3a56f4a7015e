@NullMarked
package io.baytap.observability;

import org.jspecify.annotations.NullMarked;
