/** A consumer to begin with. */
@NullMarked
package io.baytap.finance.example;

import org.jspecify.annotations.NullMarked;
