@NullMarked
package io.baytap.helm;

import org.jspecify.annotations.NullMarked;
