/** The tables of published figures: their columns, their rows, and how they are read and written. */
@NullMarked
package io.baytap.tariffs.published;

import org.jspecify.annotations.NullMarked;
