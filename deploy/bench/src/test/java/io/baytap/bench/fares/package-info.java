@NullMarked
package io.baytap.bench.fares;

import org.jspecify.annotations.NullMarked;
