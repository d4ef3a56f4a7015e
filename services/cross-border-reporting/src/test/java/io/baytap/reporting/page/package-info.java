/** Figures as the page prints them. */
@NullMarked
package io.baytap.reporting.page;

import org.jspecify.annotations.NullMarked;
