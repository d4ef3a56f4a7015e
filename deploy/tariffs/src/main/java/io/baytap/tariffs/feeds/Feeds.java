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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes one GTFS Fares v2 feed per operator of the tables of published figures. */
public final class Feeds {

    private static final Set<Mode> STATION_MODES = Set.of(Mode.RAIL, Mode.LIGHT_RAIL);

    private final Figures figures;

    public Feeds(Figures figures) {
        this.figures = figures;
    }

    /**
     * Writes {@code <operatorId>.zip}, and the policy beside it as {@code <operatorId>.yaml}, for every operator; and the schemes.
     *
     * @param policies holds the policy files
     * @param schemes holds the scheme files
     * @return the ids of the operators
     * @throws NoSuchFileException if an operator has no policy
     */
    public List<String> write(Path policies, Path schemes, Path into) throws IOException {
        Files.createDirectories(into);
        var written = new ArrayList<String>();
        for (Operator operator : Operator.values()) {
            feed(operator).write(into.resolve(operator + ".zip"));
            copy(policies.resolve(operator + ".yaml"), into);
            written.add(operator.name());
        }
        try (Stream<Path> files = Files.list(schemes)) {
            for (Path scheme : files.toList()) {
                copy(scheme, into);
            }
        }
        return written;
    }

    /**
     * Writes two more versions of KMB's tariff: from the beginning of a day on its section fares are those before its adjustment,
     * from noon on those after it, with an example of transfer rules. For a demo: on no day did they change at noon.
     *
     * @return their names: {@code KMB.<day>-morning} and {@code KMB.<day>-noon}
     */
    public List<String> writeChange(Path policies, LocalDate day, Path into) throws IOException {
        String policy = Files.readString(policies.resolve(Operator.KMB + ".yaml"));
        return List.of(
                writeVersion("morning", Edition.BEFORE_ADJUSTMENT, policy, day.atStartOfDay(), into),
                writeVersion("noon", Edition.EXAMPLE_TRANSFERS, policy, day.atTime(LocalTime.NOON), into));
    }

    private String writeVersion(String name, Edition edition, String policy, LocalDateTime from, Path into)
            throws IOException {
        String file = Operator.KMB + "." + from.toLocalDate() + "-" + name;
        // The policy first: a feed without one is refused, a policy without a feed is not looked at.
        Files.writeString(into.resolve(file + ".yaml"), policy + "effectiveFrom: " + from + "\n");
        feed(Operator.KMB, edition).write(into.resolve(file + ".zip"));
        return file;
    }

    private static void copy(Path file, Path into) throws IOException {
        Files.copy(file, into.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    Feed feed(Operator operator) {
        return feed(operator, Edition.PUBLISHED);
    }

    Feed feed(Operator operator, Edition edition) {
        var feed = new Feed(operator);
        var fares = new FareRows(feed);
        new DayTypeRows(feed, figures.dayTypes(), figures.holidays()).add();
        var stations = new StationRows(feed, fares, figures);
        var variants = new VariantRows(feed, fares, figures.routeFares(), sections(edition.generation()));
        var starFerry = new StarFerryRows(feed, fares, figures.starFerryFares());
        var transfers = new ExampleTransfers(figures.twoWaySections());
        if (edition.hasTransfers()) {
            transfers.add(feed);
        }
        for (Route route : figures.routes()) {
            if (!route.operatorId().equals(operator.name())) {
                continue;
            }
            if (edition.hasTransfers()) {
                fares.legGroup(route.routeId(), transfers.legGroup(route));
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
