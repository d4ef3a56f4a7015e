/** The world around the line: riders, gates and wallet providers that behave as the real ones do. */
@NullMarked
package io.baytap.sandbox;

import org.jspecify.annotations.NullMarked;
