@NullMarked
package io.baytap.wallet.leader;

import org.jspecify.annotations.NullMarked;
