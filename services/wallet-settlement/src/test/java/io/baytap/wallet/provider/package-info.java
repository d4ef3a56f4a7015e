@NullMarked
package io.baytap.wallet.provider;

import org.jspecify.annotations.NullMarked;
