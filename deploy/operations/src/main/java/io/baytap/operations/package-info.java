/** What operations does by hand: the records that consumers parked, listed and put back. */
@NullMarked
package io.baytap.operations;

import org.jspecify.annotations.NullMarked;
