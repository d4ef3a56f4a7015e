package io.baytap.tariffs.importer;

import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.RouteFare;
import java.math.BigDecimal;
import java.util.List;

/** What the fares of one route variant must keep on one day type. */
final class RouteFareChecks {

    private final SourceFile file;
    private final Route route;
    private final List<Numbered<RouteFare>> fares;

    RouteFareChecks(SourceFile file, Route route, List<Numbered<RouteFare>> fares) {
        this.file = file;
        this.route = route;
        this.fares = fares;
    }

    void check() {
        for (int i = 0; i < fares.size(); i++) {
            checkOverlap(fares.get(i), fares.subList(0, i));
        }
        checkDirection();
        for (int stop = 1; stop < route.stops(); stop++) {
            checkTerminus(stop);
        }
    }

    /** Two prices for one ride: neither can be trusted. */
    private void checkOverlap(Numbered<RouteFare> row, List<Numbered<RouteFare>> before) {
        RouteFare fare = row.value();
        for (Numbered<RouteFare> other : before) {
            if (fare.on().overlaps(other.value().on())
                    && fare.off().overlaps(other.value().off())) {
                file.refuse(
                        row.row(),
                        "%s has a second price for a ride from %s to %s (row %d)"
                                .formatted(route.routeId(), fare.on(), fare.off(), other.row()));
            }
        }
    }

    /**
     * A section fare falls as the ride gets shorter, so the first stop to board at costs the most. Where it does not, the
     * file gives fares per alighting stop as if they were per boarding stop.
     */
    private void checkDirection() {
        BigDecimal first = highest(1);
        for (Numbered<RouteFare> row : fares) {
            if (row.value().fare().compareTo(first) > 0) {
                file.refuse(
                        row.row(),
                        "%s costs %s from stop %d and only %s from its first stop: are these fares per alighting stop?"
                                .formatted(
                                        route.routeId(),
                                        row.value().fare(),
                                        row.value().on().from(),
                                        first));
                return;
            }
        }
    }

    /** Who pays on boarding pays to the last stop; a shorter ride that costs more would be charged instead. */
    private void checkTerminus(int stop) {
        BigDecimal highest = highest(stop);
        fares.stream()
                .filter(row -> row.value().on().contains(stop))
                .filter(row -> row.value().off().to() == lastOff(stop))
                .filter(row -> row.value().fare().compareTo(highest) < 0)
                .forEach(row -> file.refuse(
                        row.row(),
                        "%s costs %s from stop %d to its last stop, and %s for less of the way"
                                .formatted(route.routeId(), row.value().fare(), stop, highest)));
    }

    private BigDecimal highest(int boarding) {
        return fares.stream()
                .map(Numbered::value)
                .filter(fare -> fare.on().contains(boarding))
                .map(RouteFare::fare)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    private int lastOff(int boarding) {
        return fares.stream()
                .map(Numbered::value)
                .filter(fare -> fare.on().contains(boarding))
                .mapToInt(fare -> fare.off().to())
                .max()
                .orElse(0);
    }
}
