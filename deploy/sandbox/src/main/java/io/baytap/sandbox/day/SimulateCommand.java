package io.baytap.sandbox.day;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.baytap.sandbox.gates.Pseudonyms;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate}: prepares a day, registers it, replays it, and says how the taps were judged. */
@Command(
        name = "simulate",
        description = "A seeded day of travel: gates, riders and everything that goes wrong.",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--day", defaultValue = "2026-04-09", description = "Asia/Hong_Kong date (${DEFAULT-VALUE})")
    private LocalDate day = LocalDate.EPOCH;

    @Option(names = "--seed", defaultValue = "1", description = "same seed, same day (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--trips", defaultValue = "20000", description = "journeys begun (${DEFAULT-VALUE})")
    private int trips;

    @Option(names = "--published", required = true, description = "folder of the tables of published figures")
    private Path published = Path.of("");

    @Option(
            names = "--shenzhen-share",
            defaultValue = "0.2",
            description = "of all trips; an assumption of ours (${DEFAULT-VALUE})")
    private double shenzhenShare;

    @Option(
            names = "--spread-basis-points",
            defaultValue = "50",
            description = "as fx-conversion has it (${DEFAULT-VALUE})")
    private int spreadBasisPoints;

    @Option(names = "--kafka", description = "bootstrap servers; without it nothing is registered")
    private @Nullable String kafka;

    @Option(names = "--registry", description = "schema registry, with /apis/registry/v3")
    private String registry = "";

    @Option(names = "--provider", description = "provider sandbox")
    private URI provider = URI.create("http://127.0.0.1");

    @Option(names = "--tap-ingest", description = "where to send the day; without it nothing is sent")
    private @Nullable URI tapIngest;

    @Option(names = "--concurrency", defaultValue = "32", description = "requests at once (${DEFAULT-VALUE})")
    private int concurrency;

    @Option(
            names = "--give-up-after",
            defaultValue = "PT30M",
            description = "gates stop trying then (${DEFAULT-VALUE})")
    private Duration giveUpAfter = Duration.ZERO;

    @Option(names = "--expected", description = "file to write what should come out to, as JSON")
    private @Nullable Path expected;

    /** 0 if every tap was judged as expected, otherwise 1. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        ObjectMapper json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        Plan plan = Simulator.prepare(new SimulatorSettings(
                day, seed, trips, published, shenzhenShare, spreadBasisPoints, Pseudonyms.of(System.getenv())));
        if (expected != null) {
            json.writeValue(expected.toFile(), plan.expected());
        }
        if (kafka != null) {
            plan.register(kafka, registry, provider);
        }
        out.println(json.writeValueAsString(plan.expected().taps()));
        if (tapIngest == null) {
            return 0;
        }
        ReplayResult result = plan.replay(tapIngest, (_, _, _) -> {}, new ReplaySettings(concurrency, giveUpAfter));
        out.println(json.writeValueAsString(result));
        List<String> differences = result.differences(plan.expected().taps());
        differences.forEach(out::println);
        return differences.isEmpty() ? 0 : 1;
    }
}
