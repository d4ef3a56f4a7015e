/** Where ledger, providers and bank disagree: what is open, how old it is, and who has to act. */
@NullMarked
package io.baytap.reporting.domain.breaks;

import org.jspecify.annotations.NullMarked;
