@NullMarked
package io.baytap.fx;

import org.jspecify.annotations.NullMarked;
