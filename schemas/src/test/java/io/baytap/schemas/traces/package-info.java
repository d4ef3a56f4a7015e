@NullMarked
package io.baytap.schemas.traces;

import org.jspecify.annotations.NullMarked;
