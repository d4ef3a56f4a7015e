@NullMarked
package io.baytap.bench;

import org.jspecify.annotations.NullMarked;
