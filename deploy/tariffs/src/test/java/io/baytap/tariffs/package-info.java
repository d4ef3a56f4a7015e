@NullMarked
package io.baytap.tariffs;

import org.jspecify.annotations.NullMarked;
