/** Rates pulled from their publishers over HTTP. */
@NullMarked
package io.baytap.fx.fetch;

import org.jspecify.annotations.NullMarked;
