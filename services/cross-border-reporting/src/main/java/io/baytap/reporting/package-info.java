/** Read models of the line by business day, and the reports and the page that show them. */
@NullMarked
package io.baytap.reporting;

import org.jspecify.annotations.NullMarked;
