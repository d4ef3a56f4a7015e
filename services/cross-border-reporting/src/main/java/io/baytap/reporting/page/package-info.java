/** The console: one page with the day's line and money. */
@NullMarked
package io.baytap.reporting.page;

import org.jspecify.annotations.NullMarked;
