@NullMarked
package io.baytap.stack;

import org.jspecify.annotations.NullMarked;
