/** tap-ingest: takes taps from gates and puts them on the line. */
@NullMarked
package io.baytap.tap;

import org.jspecify.annotations.NullMarked;
