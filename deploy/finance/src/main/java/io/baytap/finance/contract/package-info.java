/** What the settlement topics promise, checked against those of a running line. */
@NullMarked
package io.baytap.finance.contract;

import org.jspecify.annotations.NullMarked;
