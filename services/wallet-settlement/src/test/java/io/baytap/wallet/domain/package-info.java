@NullMarked
package io.baytap.wallet.domain;

import org.jspecify.annotations.NullMarked;
