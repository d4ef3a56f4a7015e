@NullMarked
package io.baytap.wallet.statements;

import org.jspecify.annotations.NullMarked;
