/** The gates' HTTP interface. */
@NullMarked
package io.baytap.tap.rest;

import org.jspecify.annotations.NullMarked;
