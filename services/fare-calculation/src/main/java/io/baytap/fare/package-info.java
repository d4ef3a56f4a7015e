/** Turns taps into journeys and fares. This package holds the settings and the wiring. */
@NullMarked
package io.baytap.fare;

import org.jspecify.annotations.NullMarked;
