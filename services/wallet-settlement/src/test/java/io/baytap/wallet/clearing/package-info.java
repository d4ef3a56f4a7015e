@NullMarked
package io.baytap.wallet.clearing;

import org.jspecify.annotations.NullMarked;
