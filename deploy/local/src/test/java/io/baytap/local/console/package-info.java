/** A walk through every screen of the console, in a browser. */
@NullMarked
package io.baytap.local.console;

import org.jspecify.annotations.NullMarked;
