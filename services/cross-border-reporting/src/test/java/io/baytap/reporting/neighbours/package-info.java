@NullMarked
package io.baytap.reporting.neighbours;

import org.jspecify.annotations.NullMarked;
