package io.baytap.sandbox.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A journey as the gates saw it, and what it costs by itself.
 *
 * @param ride what was meant
 * @param departs the first tap
 * @param arrives the last tap that counts
 * @param aloneMinor minor units of the city's currency, surcharges aside
 * @param rebateMinor what an alighting tap brought back
 * @param surchargeMinor on top, for having taken too long
 * @param complete false if a tap is missing
 */
record Travelled(
        String journeyId,
        Ride ride,
        Instant departs,
        Instant arrives,
        long aloneMinor,
        long rebateMinor,
        long surchargeMinor,
        boolean complete,
        Set<Note> notes) {

    String network() {
        return ride.service().id();
    }

    String currency() {
        return ride.service().city().currency();
    }

    /** Collects what is found out about a journey. */
    static final class Found {
        final List<PlannedTap> counting = new ArrayList<>();
        final EnumSet<Note> notes = EnumSet.noneOf(Note.class);
        long aloneMinor;
        long rebateMinor;
        long surchargeMinor;
    }
}
