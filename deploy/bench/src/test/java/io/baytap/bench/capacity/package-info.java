@NullMarked
package io.baytap.bench.capacity;

import org.jspecify.annotations.NullMarked;
