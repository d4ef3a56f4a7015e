/** Aggregates for the public: what is published, when, and which of its cells stay confidential. */
@NullMarked
package io.baytap.reporting.domain.opendata;

import org.jspecify.annotations.NullMarked;
