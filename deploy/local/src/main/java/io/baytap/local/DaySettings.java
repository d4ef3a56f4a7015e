package io.baytap.local;

import java.time.LocalDate;

/** Which day of travel: two equal settings make the same day. */
public record DaySettings(LocalDate day, long seed, int trips) {}
