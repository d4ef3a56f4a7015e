/** A seeded day of travel: who rides where, which taps that makes, what goes wrong, and what everybody should pay in the end. */
@NullMarked
package io.baytap.sandbox.day;

import org.jspecify.annotations.NullMarked;
