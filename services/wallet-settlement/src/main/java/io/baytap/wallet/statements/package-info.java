/** Statements of providers and of the bank: fetched, checked whole, turned into lines. */
@NullMarked
package io.baytap.wallet.statements;

import org.jspecify.annotations.NullMarked;
