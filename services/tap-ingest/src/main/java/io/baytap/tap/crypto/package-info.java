/** Proves who signed what: gates their requests, issuers their rider codes. */
@NullMarked
package io.baytap.tap.crypto;

import org.jspecify.annotations.NullMarked;
