/** What is counted and added up. */
@NullMarked
package io.baytap.reporting.domain;

import org.jspecify.annotations.NullMarked;
