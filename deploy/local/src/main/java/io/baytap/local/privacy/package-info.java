/** Proves that no wallet's account is anywhere on the line. */
@NullMarked
package io.baytap.local.privacy;

import org.jspecify.annotations.NullMarked;
