/** How a report is written: CSV, XLSX, SDMX-CSV, JSON. */
@NullMarked
package io.baytap.reporting.rest.format;

import org.jspecify.annotations.NullMarked;
