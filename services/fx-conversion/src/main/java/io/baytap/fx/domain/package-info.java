/** Rates and the rules of conversion: plain values and functions, no clock, no framework. */
@NullMarked
package io.baytap.fx.domain;

import org.jspecify.annotations.NullMarked;
