package io.baytap.local;

import io.baytap.sandbox.day.ExpectedDay;
import io.baytap.sandbox.day.ExpectedJourney;
import io.baytap.sandbox.day.ExpectedRider;
import io.baytap.sandbox.provider.Behaviour;
import io.baytap.sandbox.provider.Scheme;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rides that somebody can look for: of each operator one that is paid in its own currency, and one that is not. */
final class PlannedRides {

    private PlannedRides() {}

    /** Nothing is out of the ordinary about them, and their wallets pay in a currency of their own. */
    static List<Summary.Ride> of(ExpectedDay expected) {
        Map<String, Summary.Ride> rides = new TreeMap<>();
        for (ExpectedRider rider : expected.riders()) {
            if (rider.behaviour() == Behaviour.NORMAL
                    && !Scheme.valueOf(rider.scheme()).converts()) {
                rider.journeys().stream()
                        .filter(journey -> journey.complete() && journey.notes().isEmpty() && journey.fareMinor() > 0)
                        .forEach(journey -> rides.putIfAbsent(
                                journey.operatorId() + " " + journey.walletCurrency(), ride(rider, journey)));
            }
        }
        return List.copyOf(rides.values());
    }

    private static Summary.Ride ride(ExpectedRider rider, ExpectedJourney journey) {
        return new Summary.Ride(
                journey.journeyId(),
                rider.riderId(),
                journey.operatorId(),
                journey.fareMinor(),
                journey.fareCurrency(),
                journey.walletMinor(),
                journey.walletCurrency());
    }
}
