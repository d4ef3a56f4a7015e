@NullMarked
package io.baytap.fare;

import org.jspecify.annotations.NullMarked;
