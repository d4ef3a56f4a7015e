/** What is counted, and what a report adds up to. Plain Java. */
@NullMarked
package io.baytap.reporting.domain;

import org.jspecify.annotations.NullMarked;
