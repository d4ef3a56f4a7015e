/** Plays a fixed set of taps against any Baytap address and checks every verdict: for the makers of gates and of intakes. */
@NullMarked
package io.baytap.sandbox.conformance;

import org.jspecify.annotations.NullMarked;
