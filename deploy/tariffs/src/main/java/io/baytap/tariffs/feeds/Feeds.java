package io.baytap.tariffs.feeds;

import io.baytap.tariffs.published.Figures;
import io.baytap.tariffs.published.Mode;
import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.TwoWaySection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes one GTFS Fares v2 feed per operator of the tables of published figures. */
public final class Feeds {

    private static final Set<Mode> STATION_MODES = Set.of(Mode.RAIL, Mode.LIGHT_RAIL);

    private final Figures figures;

    public Feeds(Figures figures) {
        this.figures = figures;
    }

    /**
     * Writes {@code <operatorId>.zip}, and the policy beside it as {@code <operatorId>.yaml}, for every operator.
     *
     * @param policies holds the policy files
     * @return the ids of the operators
     * @throws NoSuchFileException if an operator has no policy
     */
    public List<String> write(Path policies, Path into) throws IOException {
        Files.createDirectories(into);
        var written = new ArrayList<String>();
        for (Operator operator : Operator.values()) {
            feed(operator).write(into.resolve(operator + ".zip"));
            Files.copy(
                    policies.resolve(operator + ".yaml"),
                    into.resolve(operator + ".yaml"),
                    StandardCopyOption.REPLACE_EXISTING);
            written.add(operator.name());
        }
        return written;
    }

    Feed feed(Operator operator) {
        return feed(operator, TwoWaySection.AFTER);
    }

    /** @param generation of KMB's section fares */
    Feed feed(Operator operator, String generation) {
        var feed = new Feed(operator);
        var fares = new FareRows(feed);
        new DayTypeRows(feed, figures.dayTypes(), figures.holidays()).add();
        var stations = new StationRows(feed, fares, figures);
        var variants = new VariantRows(feed, fares, figures.routeFares(), sections(generation));
        var starFerry = new StarFerryRows(feed, fares, figures.starFerryFares());
        for (Route route : figures.routes()) {
            if (!route.operatorId().equals(operator.name())) {
                continue;
            }
            feed.add(
                    GtfsFile.ROUTES,
                    route.routeId(),
                    operator.name(),
                    route.route(),
                    route.name(),
                    routeType(operator, route.mode()));
            if (STATION_MODES.contains(route.mode())) {
                stations.add(route);
            } else if (operator == Operator.STAR) {
                starFerry.add(route);
            } else {
                variants.add(route);
            }
        }
        return feed;
    }

    private List<TwoWaySection> sections(String generation) {
        return figures.twoWaySections().stream()
                .filter(section -> section.generation().equals(generation))
                .toList();
    }

    private static String routeType(Operator operator, Mode mode) {
        return switch (mode) {
            case TRAM -> operator == Operator.PEAKTRAM ? "7" : "0";
            case LIGHT_RAIL -> "0";
            case RAIL -> operator == Operator.SZM ? "1" : "2";
            case BUS -> "3";
            case FERRY -> "4";
        };
    }
}
