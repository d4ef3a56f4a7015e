@NullMarked
package io.baytap.local;

import org.jspecify.annotations.NullMarked;
