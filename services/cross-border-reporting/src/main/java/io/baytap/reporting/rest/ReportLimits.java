package io.baytap.reporting.rest;

/**
 * How much one request may ask for.
 *
 * @param rangeDaysMax longest range of days in one report
 * @param listedDaysMax most days in the list of days
 * @param listedBreaksMax most breaks in a list of them
 */
public record ReportLimits(int rangeDaysMax, int listedDaysMax, int listedBreaksMax) {

    public ReportLimits {
        if (rangeDaysMax < 1) {
            throw new IllegalArgumentException("reporting.range-days-max is less than one day: " + rangeDaysMax);
        }
        if (listedDaysMax < 1) {
            throw new IllegalArgumentException("reporting.listed-days-max is less than one day: " + listedDaysMax);
        }
        if (listedBreaksMax < 1) {
            throw new IllegalArgumentException("reporting.listed-breaks-max is less than one: " + listedBreaksMax);
        }
    }
}
