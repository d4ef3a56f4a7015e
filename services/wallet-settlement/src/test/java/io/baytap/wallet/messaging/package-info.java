@NullMarked
package io.baytap.wallet.messaging;

import org.jspecify.annotations.NullMarked;
