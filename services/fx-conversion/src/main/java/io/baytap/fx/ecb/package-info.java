/** The European Central Bank's reference rates as it publishes them. */
@NullMarked
package io.baytap.fx.ecb;

import org.jspecify.annotations.NullMarked;
