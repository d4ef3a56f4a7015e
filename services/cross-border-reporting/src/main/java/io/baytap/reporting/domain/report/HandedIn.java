package io.baytap.reporting.domain.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a report of a period was handed in.
 *
 * @param report its title
 * @param asOf the settlement day as of which it was read: by it, the same bytes can be had again
 * @param by who said so; null where nobody logs in
 */
public record HandedIn(
        String report,
        String period,
        LocalDate asOf,
        Instant at,
        @Nullable String by) {}
