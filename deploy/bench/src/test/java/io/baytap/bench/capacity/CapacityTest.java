package io.baytap.bench.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * The tables of capacity in ARCHITECTURE.md follow from the results that they name and from the chart. With {@code -Dbaytap.golden=true}
 * they are written anew.
 */
class CapacityTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path DOCUMENT = ROOT.resolve("ARCHITECTURE.md");
    private static final String BEGIN = "<!-- capacity: made from the results that it names and from the chart -->\n";
    private static final String END = "<!-- end of capacity -->\n";
    private static final Pattern MEASURED =
            Pattern.compile("(?m)^\\| ([a-z-]+) \\| (for a [a-z ]+) \\| .* \\| \\[[^]]+]\\(([^)]+)\\) \\|$");
    private static final Pattern TRIP = Pattern.compile("A trip is ([0-9.]+) records of ([0-9,]+) bytes");

    private static final double[] TAPS = {2_150, 5_400, 54_000};
    private static final double BURST = 5_400;
    private static final int PARTITIONS = 8;
    private static final int SECONDS_PER_HOUR = 3_600;
    private static final List<String> SERVICES =
            List.of("tap-ingest", "fare-calculation", "fx-conversion", "wallet-settlement", "cross-border-reporting");

    private final String document = Files.readString(DOCUMENT);
    private final List<Cost> costs = costs();
    private final Pods pods = new Pods(ROOT.resolve("helm/baytap"));

    CapacityTest() throws IOException {}

    @Test
    void theTablesFollowFromTheResults() throws IOException {
        String made = "\n" + measured() + "\n" + needed();

        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        if (Boolean.getBoolean("baytap.golden")) {
            Files.writeString(DOCUMENT, document.substring(0, begin) + made + "\n" + document.substring(end));
            return;
        }
        assertThat(document.substring(begin, end)).isEqualTo(made + "\n");
    }

    @Test
    void theChartsProfileHasRoomForTheBurst() {
        assertThat(SERVICES)
                .allSatisfy(service -> assertThat(pods.max(service)).isGreaterThanOrEqualTo(podCount(service, BURST)));
    }

    /** As the first table names them. */
    private List<Cost> costs() throws IOException {
        List<Cost> costs = new ArrayList<>();
        Matcher row = MEASURED.matcher(document);
        while (row.find()) {
            costs.add(Cost.read(ROOT, row.group(1), row.group(2), row.group(3)));
        }
        return costs;
    }

    private String measured() {
        return "| process | | CPU µs | measured in |\n| --- | --- | ---: | --- |\n"
                + costs.stream()
                        .map(cost -> "| %s | %s | %s | [%s](%s) |\n"
                                .formatted(
                                        cost.process(),
                                        cost.column(),
                                        text(cost.micros()),
                                        cost.result().replaceFirst(".*/(.*)\\.md", "$1"),
                                        cost.result()))
                        .collect(Collectors.joining());
    }

    private String needed() throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add(row("", taps -> text(taps) + " taps/s"));
        rows.add("| --- |" + " ---: |".repeat(TAPS.length) + "\n");
        rows.add(row("trips a second", taps -> text(taps / 2)));
        for (String service : SERVICES) {
            rows.add(row(service, taps -> podCount(service, taps) + " pods, " + cores(service, taps) + " cores busy"));
        }
        rows.add(row("all pods", taps -> sum(service -> podCount(service, taps))));
        rows.add(row("cores that they ask for", taps -> sum(each -> podCount(each, taps) * pods.cores(each))));
        rows.add(row(
                "memory that they ask for, GiB", taps -> sum(each -> podCount(each, taps) * pods.gibibytes(each))));
        rows.add(row("partitions of a topic of the line", taps -> text(partitions(taps))));
        rows.add(row("Kafka, cores busy without copies", taps -> cores("kafka", taps)));
        rows.add(row("PostgreSQL, cores busy, all databases", taps -> cores("postgres", taps)));
        double bytes = bytesPerTrip();
        rows.add(row(
                "records an hour, GiB in one copy", taps -> text(taps / 2 * bytes * SECONDS_PER_HOUR / (1L << 30))));
        return String.join("", rows);
    }

    private int podCount(String service, double taps) {
        return pods.count(service, cost(service).cores(taps));
    }

    /** One pod reads a partition, so no consumer has more pods than there are partitions. */
    private int partitions(double taps) {
        return SERVICES.stream()
                .filter(service -> !service.equals("tap-ingest"))
                .mapToInt(service -> podCount(service, taps))
                .reduce(PARTITIONS, Math::max);
    }

    private String cores(String process, double taps) {
        return text(cost(process).cores(taps));
    }

    private Cost cost(String process) {
        return costs.stream()
                .filter(cost -> cost.process().equals(process))
                .findFirst()
                .orElseThrow(() -> new AssertionError("ARCHITECTURE.md names no result for " + process));
    }

    /** By the result that says what a trip costs wallet-settlement. */
    private double bytesPerTrip() throws IOException {
        Matcher trip = TRIP.matcher(
                Files.readString(ROOT.resolve(cost("wallet-settlement").result())));
        assertThat(trip.find()).isTrue();
        return Cost.number(trip.group(1)) * Cost.number(trip.group(2));
    }

    private interface PerService {
        double of(String service);
    }

    private static String sum(PerService each) {
        return text(SERVICES.stream().mapToDouble(each::of).sum());
    }

    private static String row(String name, DoubleFunction<String> cell) {
        return "| " + name + " | " + DoubleStream.of(TAPS).mapToObj(cell).collect(Collectors.joining(" | ")) + " |\n";
    }

    /** Whole from a thousand on or if it is so anyway, else with one decimal from ten on, else with two. */
    private static String text(double number) {
        int decimals = number == Math.rint(number) || number >= 1_000 ? 0 : number >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }
}
