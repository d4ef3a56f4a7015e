/** The console: its shell, in three languages, and its screens. */
@NullMarked
package io.baytap.reporting.page;

import org.jspecify.annotations.NullMarked;
