/** Tests of what is published for everybody. */
@NullMarked
package io.baytap.reporting.domain.opendata;

import org.jspecify.annotations.NullMarked;
