package io.baytap.finance.contract;

import static java.util.Objects.requireNonNull;

import io.baytap.schemas.Topic;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.RegistryLookup;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks what the topics of a line promise. Reads only, and as nobody's consumer group. */
@Command(
        name = "contract-tests",
        description = "Checks that the settlement topics of a running line hold what the data dictionary promises.",
        mixinStandardHelpOptions = true)
public final class ContractCommand implements Callable<Integer> {

    /** Everything holds. */
    static final int HOLDS = 0;

    /** Something does not, and was named. */
    static final int BROKEN = 1;

    /** It could not be read: nothing is said. */
    static final int NOT_READ = 2;

    @Option(names = "--broker", required = true, description = "Kafka's bootstrap servers, host:port.")
    private String broker = "";

    @Option(names = "--registry", required = true, description = "The registry's API, ending in /apis/registry/v3.")
    private String registry = "";

    @Option(
            names = "--client",
            description =
                    "A file of settings for Kafka's client, as kafka-console-consumer takes them: security.protocol, sasl.*, ssl.*.")
    private @Nullable Path client;

    /** Entry point of the jar. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ContractCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        Vertx vertx = Vertx.vertx();
        try (var scan = new TopicScan(broker, clientSettings(), new RegistryLookup(registry, vertx))) {
            return check(scan);
        } catch (KafkaException | RegistryAwayException | UncheckedIOException e) {
            System.out.println("not read: " + e.getMessage());
            return NOT_READ;
        } finally {
            vertx.close();
        }
    }

    /**
     * Of {@code --client}.
     *
     * @throws UncheckedIOException naming the file if it cannot be read
     */
    private Map<String, Object> clientSettings() {
        if (client == null) {
            return Map.of();
        }
        var properties = new Properties();
        try (Reader file = Files.newBufferedReader(client)) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("--client " + client + " cannot be read", e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    private static int check(TopicScan scan) {
        var count = new LongAdder();
        Consumer<Broken> broken = found -> {
            count.increment();
            System.out.println(found);
        };
        boolean whole = scan.isWhole(Contract.TOPICS);
        var contract = new Contract(whole, broken);
        for (Topic topic : Contract.TOPICS) {
            scan.read(topic, requireNonNull(topic.value()), contract::see, broken);
        }
        contract.end();
        if (!whole) {
            System.out.println("REFERENCES and SUMS were not checked: what they go back to is deleted after "
                    + "the time that topics are kept");
        }
        System.out.printf(
                "%s: %d records, %d of them repeated, %d broken promises%n",
                count.sum() == 0 ? "holds" : "BROKEN", contract.records(), contract.repeated(), count.sum());
        return count.sum() == 0 ? HOLDS : BROKEN;
    }
}
