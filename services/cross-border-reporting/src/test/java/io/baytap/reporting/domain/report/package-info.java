/** When reports are due. */
@NullMarked
package io.baytap.reporting.domain.report;

import org.jspecify.annotations.NullMarked;
