package io.baytap.reporting.domain.trace;

/** How many days before the last closed one events are kept for the trace. */
public record TraceDays(int days) {}
