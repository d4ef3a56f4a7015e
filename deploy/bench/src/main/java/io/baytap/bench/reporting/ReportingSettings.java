package io.baytap.bench.reporting;

import java.util.List;

/**
 * What to measure.
 *
 * @param fares counted in a round, with their taps, prices and charges
 * @param yearFares of the generated year
 * @param tracedDays of its end whose events are kept
 * @param jvm options of the service
 */
record ReportingSettings(int rounds, long fares, long yearFares, int tracedDays, List<String> jvm) {}
