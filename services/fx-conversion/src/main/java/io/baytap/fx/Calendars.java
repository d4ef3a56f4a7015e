package io.baytap.fx;

import io.baytap.schemas.BankCalendar;
import io.baytap.schemas.BankCalendars;
import java.nio.file.Path;
import java.util.Map;

/** When the two centres trade foreign exchange: not on weekends either that the mainland works on. */
final class Calendars {

    static final String HONG_KONG = BankCalendars.HONG_KONG;
    static final String MAINLAND = BankCalendars.MAINLAND;

    private Calendars() {}

    /**
     * One centre's.
     *
     * @param files a file for a centre, as {@link BankCalendars} reads it
     */
    static BankCalendar read(String centre, Map<String, Path> files) {
        for (String named : files.keySet()) {
            if (!BankCalendars.CENTRES.contains(named)) {
                throw new IllegalArgumentException("fx.holidays." + named + ": there is no such centre; there are "
                        + HONG_KONG + " and " + MAINLAND);
            }
        }
        return BankCalendars.read(centre, files, "fx.holidays.").weekendsClosed();
    }
}
