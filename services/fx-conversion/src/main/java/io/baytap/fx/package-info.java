/** fx-conversion: fares in the currency of the place become fares in the currency of the wallet. */
@NullMarked
package io.baytap.fx;

import org.jspecify.annotations.NullMarked;
