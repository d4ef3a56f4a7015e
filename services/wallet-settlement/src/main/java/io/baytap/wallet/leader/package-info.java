/** What one replica does for all: closing days. */
@NullMarked
package io.baytap.wallet.leader;

import org.jspecify.annotations.NullMarked;
