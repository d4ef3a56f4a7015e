@NullMarked
package io.baytap.schemas.wire;

import org.jspecify.annotations.NullMarked;
