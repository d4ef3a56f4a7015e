@NullMarked
package io.baytap.finance.contract;

import org.jspecify.annotations.NullMarked;
