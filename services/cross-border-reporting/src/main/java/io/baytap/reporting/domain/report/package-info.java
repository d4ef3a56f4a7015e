/** Reports: what can be asked, what a row holds, what it adds up to. */
@NullMarked
package io.baytap.reporting.domain.report;

import org.jspecify.annotations.NullMarked;
