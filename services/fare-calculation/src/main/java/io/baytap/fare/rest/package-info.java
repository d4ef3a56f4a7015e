/** HTTP: the loaded tariffs, and what a ride would cost. */
@NullMarked
package io.baytap.fare.rest;

import org.jspecify.annotations.NullMarked;
