package io.baytap.reporting.domain.report;

import java.util.List;

/**
 * The beginning of a report.
 *
 * @param rows its first details
 * @param footing all of its totals and controls
 * @param details how many details all of it has
 */
public record Preview(List<ReportRow> rows, List<ReportRow> footing, long details) {}
