@NullMarked
package io.baytap.bench.taps;

import org.jspecify.annotations.NullMarked;
