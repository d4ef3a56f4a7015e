@NullMarked
package io.baytap.wallet.audit;

import org.jspecify.annotations.NullMarked;
