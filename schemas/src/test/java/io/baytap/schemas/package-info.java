@NullMarked
package io.baytap.schemas;

import org.jspecify.annotations.NullMarked;
