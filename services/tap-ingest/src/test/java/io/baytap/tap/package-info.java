@NullMarked
package io.baytap.tap;

import org.jspecify.annotations.NullMarked;
