/** The bank where we have our accounts: executes pain.001, receives the providers' payouts, tells of both in camt.053 and camt.054. */
@NullMarked
package io.baytap.sandbox.bank;

import org.jspecify.annotations.NullMarked;
