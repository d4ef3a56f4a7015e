package io.baytap.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says up to where a service has read, keeps that in a file, and has the service begin there again. */
@Command(
        name = "positions",
        description =
                "Lists up to where the groups of a service have read; with --save that is kept, with --put-back they begin there again.",
        mixinStandardHelpOptions = true)
public final class PositionsCommand implements Callable<Integer> {

    static final int DONE = 0;

    /** Nothing was changed; or the broker was not reached, or did not do as asked. */
    static final int NOT_DONE = 2;

    /** They keep what they know in PostgreSQL. The state of the others is in Kafka, in one transaction with their positions. */
    private static final Set<String> SERVICES = Set.of("cross-border-reporting", "wallet-settlement");

    private static final String COMMENT = "#";

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Option(
            names = "--service",
            required = true,
            description = "wallet-settlement or cross-border-reporting: a service that has a database to be restored.")
    private String service = "";

    @Option(names = "--save", description = "Writes the positions to this file, which must not be there.")
    private @Nullable Path save;

    @Option(
            names = "--put-back",
            description = "Has the groups begin where this file says. Nobody may be reading in them.")
    private @Nullable Path putBack;

    @Spec
    private @Nullable CommandSpec spec;

    private final InstantSource time;

    PositionsCommand(InstantSource time) {
        this.time = time;
    }

    /** Entry point. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PositionsCommand(InstantSource.system())).execute(arguments));
    }

    @Override
    public Integer call() {
        if (!SERVICES.contains(service)) {
            throw wrong("--service is one of " + SERVICES.stream().sorted().toList()
                    + ": the others keep their state in Kafka, in step with their positions");
        }
        if (save != null && putBack != null) {
            throw wrong("--save or --put-back, not both");
        }
        try (var groups = new Groups(broker.settings(), service)) {
            if (putBack != null) {
                return putBack(groups, read(putBack));
            }
            List<Position> positions = groups.positions();
            // Behind the reading: what was committed by then is in a database that is restored to this time or a later
            // one.
            Instant at = time.instant().truncatedTo(ChronoUnit.MILLIS);
            if (save != null) {
                Files.write(save, lines(positions, at), StandardOpenOption.CREATE_NEW);
                System.out.println("saved " + positions.size() + " positions of " + service + " as of " + at);
            } else {
                positions.forEach(System.out::println);
            }
            return DONE;
        } catch (KafkaException | IOException | UncheckedIOException | IllegalArgumentException e) {
            System.out.println("not done: " + e.getMessage());
            return NOT_DONE;
        }
    }

    private static int putBack(Groups groups, List<Position> positions) {
        List<String> objections = new ArrayList<>(groups.members());
        if (objections.isEmpty()) {
            objections.addAll(groups.objections(positions));
        }
        if (!objections.isEmpty()) {
            objections.forEach(System.out::println);
            System.out.println("not done: nothing was changed");
            return NOT_DONE;
        }
        groups.set(positions);
        positions.forEach(System.out::println);
        System.out.println("put back " + positions.size() + " positions");
        return DONE;
    }

    private List<String> lines(List<Position> positions, Instant at) {
        List<String> lines = new ArrayList<>();
        lines.add(COMMENT + " " + service + " as of " + at
                + ": for a database that is restored to this time or a later one");
        positions.forEach(position -> lines.add(position.toString()));
        return lines;
    }

    private List<Position> read(Path file) throws IOException {
        List<Position> positions = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith(COMMENT) && !line.isBlank())
                .map(Position::parse)
                .toList();
        for (Position position : positions) {
            if (!position.group().equals(service) && !position.group().startsWith(service + "-")) {
                throw new IllegalArgumentException(file + " has a group of another service: " + position.group());
            }
        }
        if (positions.isEmpty()) {
            throw new IllegalArgumentException(file + " has no positions");
        }
        return positions;
    }

    private ParameterException wrong(String why) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
    }
}
